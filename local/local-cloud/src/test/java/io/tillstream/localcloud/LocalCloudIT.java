package io.tillstream.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.contract.Tables;
import io.tillstream.localcloud.postgres.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

class LocalCloudIT {

    private static final byte[] SQLITE = "SQLite format 3\0 and pages".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path data;

    @Test
    void keepsItsStateAcrossARestart() throws SQLException {
        try (LocalCloud cloud = withWarehouse()) {
            fill(cloud);
        }
        try (LocalCloud cloud = withWarehouse();
                S3Client s3 = SdkClients.at(cloud.endpoint(), S3Client.builder());
                DynamoDbClient dynamoDb = SdkClients.at(cloud.endpoint(), DynamoDbClient.builder());
                var connection =
                        DriverManager.getConnection(cloud.warehouseUrl().orElseThrow(), "owner", "secret");
                var rows = connection.createStatement().executeQuery("SELECT id FROM kept")) {
            assertThat(s3.getObjectAsBytes(get -> get.bucket("kept").key("k")).asUtf8String())
                    .isEqualTo("v");
            assertThat(dynamoDb.listTables().tableNames()).containsExactly("kept");
            assertThat(rows.next()).isTrue();
        }
    }

    private static void fill(LocalCloud cloud) throws SQLException {
        try (S3Client s3 = SdkClients.at(cloud.endpoint(), S3Client.builder());
                DynamoDbClient dynamoDb = SdkClients.at(cloud.endpoint(), DynamoDbClient.builder());
                var connection =
                        DriverManager.getConnection(cloud.warehouseUrl().orElseThrow(), "owner", "secret");
                var statement = connection.createStatement()) {
            s3.createBucket(bucket -> bucket.bucket("kept"));
            s3.putObject(put -> put.bucket("kept").key("k"), RequestBody.fromString("v"));
            Tables.create(dynamoDb, "kept");
            statement.execute("CREATE TABLE kept AS SELECT 1 AS id");
        }
    }

    private LocalCloud withWarehouse() {
        return Clouds.on(data)
                .warehouse(new Database(0, "warehouse", "owner", "secret"))
                .start();
    }

    @Test
    void keepsItsFolderToItself() {
        try (LocalCloud first = Clouds.on(data).start()) {
            assertThat(first.endpoint()).isNotNull();
            assertThatExceptionOfType(DataFolderInUseException.class)
                    .isThrownBy(() -> Clouds.on(data).start())
                    .withMessageContaining(data.toString())
                    .withMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThatExceptionOfType(PortTakenException.class)
                    .isThrownBy(() -> Clouds.on(data).port(port).start())
                    .withMessageContaining(Integer.toString(port))
                    .satisfies(e -> assertThat(e.port()).isEqualTo(port));
            assertThatExceptionOfType(PortTakenException.class)
                    .isThrownBy(() -> Clouds.on(data)
                            .warehouse(new Database(port, "warehouse", "owner", "secret"))
                            .start())
                    .withMessageContaining(Integer.toString(port));
        }
    }

    @Test
    void refusesTablesThatAnotherDynamoDbWrote() throws IOException {
        Path before = Files.createDirectories(data.resolve("dynamodb")).resolve("shared-local-instance.db");
        Files.write(before, SQLITE);

        assertThatExceptionOfType(FormerTablesException.class)
                .isThrownBy(() -> Clouds.on(data).start())
                .withMessageContaining(before.toString())
                .withMessageContaining("move " + data.resolve("dynamodb") + " away")
                .satisfies(e -> assertThat(e.folder()).isEqualTo(data.resolve("dynamodb")));
        assertThat(before).as("left as it was").hasBinaryContent(SQLITE);

        Files.move(data.resolve("dynamodb"), data.resolve("dynamodb-before"));
        try (LocalCloud cloud = Clouds.on(data).start();
                DynamoDbClient dynamoDb = SdkClients.at(cloud.endpoint(), DynamoDbClient.builder())) {
            assertThat(dynamoDb.listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void listensOnTheAddressItIsGiven() {
        try (LocalCloud cloud = Clouds.ephemeral().address("127.0.0.2").start();
                S3Client s3 = SdkClients.at(
                        URI.create("http://127.0.0.2:" + cloud.endpoint().getPort()), S3Client.builder())) {
            s3.createBucket(bucket -> bucket.bucket("any"));

            assertThat(s3.listBuckets().buckets()).hasSize(1);
        }
    }

    @Test
    void isNotHealthyWhileItsDiskIsFull() throws Exception {
        try (LocalCloud full =
                        Clouds.on(data).room(new DiskRoom(0, Long.MAX_VALUE)).start();
                LocalCloud well = Clouds.ephemeral().start();
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> said = healthOf(full, client);

            assertThat(said.statusCode()).isEqualTo(503);
            assertThat(said.body()).contains("\"full\"", "the disk of the data folder " + data, "is full");
            assertThat(healthOf(well, client).statusCode()).isEqualTo(200);
            assertThat(describeStream(full, client))
                    .as("whoever writes knows beforehand")
                    .isEqualTo(503);
            assertThat(describeStream(well, client)).isEqualTo(400);
        }
    }

    private static int describeStream(LocalCloud cloud, HttpClient client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(cloud.endpoint())
                .header("X-Amz-Target", "Kinesis_20131202.DescribeStreamSummary")
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(HttpRequest.BodyPublishers.ofString("{\"StreamName\":\"none\"}"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static HttpResponse<String> healthOf(LocalCloud cloud, HttpClient client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(cloud.endpoint() + "/_local/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
