package io.tillstream.localcloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.s3.ObjectStorage;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What a page in a browser on this machine, or a neighbour of it, gets of the cloud. */
class BrowserPagesIT {

    private static final String KINESIS = "X-Amz-Target: Kinesis_20131202.ListStreams";
    private static final String DYNAMODB = "X-Amz-Target: DynamoDB_20120810.ListTables";

    private static LocalCloud cloud;

    @TempDir
    private Path data;

    @BeforeAll
    static void start() {
        cloud = Clouds.ephemeral().hosts(List.of("cloud")).start();
        try (S3Client s3 = SdkClients.at(cloud.endpoint(), S3Client.builder())) {
            s3.createBucket(bucket -> bucket.bucket("lake"));
            s3.putObject(put -> put.bucket("lake").key("k"), RequestBody.fromString("row of ann"));
        }
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example:4566", "localhost.evil.example", "10.0.0.1:4566", "[fe80::1]"})
    void nothingByANameThatOnlyLeadsHere(String host) throws IOException {
        assertThat(send("GET /lake/k HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 403")
                .contains("<Code>AccessDenied</Code>", "--host")
                .doesNotContain("ann");
        assertThat(send("DELETE /lake/k HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 403");
        assertThat(send("GET /_local/health HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 403");
        assertThat(json(KINESIS, "Host: " + host))
                .startsWith("HTTP/1.1 403")
                .contains("\"__type\":\"AccessDeniedException\"");
        assertThat(json(DYNAMODB, "Host: " + host)).startsWith("HTTP/1.1 403").doesNotContain("TableNames");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://localhost:8082"})
    void nothingAcrossOrigins(String origin) throws IOException {
        String headers = "Host: localhost:4566\r\nOrigin: " + origin;
        assertThat(json(DYNAMODB, headers)).startsWith("HTTP/1.1 403").doesNotContain("Access-Control", "TableNames");
        assertThat(send("OPTIONS / HTTP/1.1", headers, "Access-Control-Request-Method: POST"))
                .startsWith("HTTP/1.1 403");
        assertThat(send("POST /lake?delete HTTP/1.1", headers, "Content-Type: text/plain", "Content-Length: 0"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /lake/k|Host: localhost:4566",
                "GET /lake/k|Host: 127.0.0.1",
                "GET /lake/k|Host: [::1]:4566",
                "GET /lake/k|Host: cloud:4566",
                "GET /lake/k|Host: localhost:4566\r\nOrigin: http://localhost:4566",
                "GET /k|Host: lake.localhost:4566",
                "GET /k|Host: lake.s3.localhost:4566"
            })
    void programsGetAll(String request) throws IOException {
        String[] parts = request.split("\\|", 2);
        assertThat(send(parts[0] + " HTTP/1.1", parts[1]))
                .startsWith("HTTP/1.1 200")
                .contains("row of ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void programsGetTheirTablesByEachName(String name) {
        URI endpoint = URI.create("http://" + name + ":" + cloud.endpoint().getPort());
        try (DynamoDbClient dynamoDb = SdkClients.at(endpoint, DynamoDbClient.builder())) {
            assertThat(dynamoDb.listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void theStoreOfObjectsIsWhereNobodyCanGuess() throws IOException {
        try (ObjectStorage objects = ObjectStorage.start(data)) {
            String path = objects.endpoint().getPath();
            assertThat(path).hasSizeGreaterThan(32);
            assertThat(send(objects.endpoint(), "GET " + path + "/ HTTP/1.1", "Host: 127.0.0.1"))
                    .startsWith("HTTP/1.1 200");
            assertThat(send(objects.endpoint(), "GET / HTTP/1.1", "Host: 127.0.0.1"))
                    .startsWith("HTTP/1.1 404");
            assertThat(send(objects.endpoint(), "PUT /" + "0".repeat(path.length()) + "/b HTTP/1.1", "Host: 127.0.0.1"))
                    .startsWith("HTTP/1.1 404");
        }
    }

    private static String json(String target, String headers) throws IOException {
        return send(
                "POST / HTTP/1.1",
                headers,
                target,
                "Authorization: AWS4-HMAC-SHA256 Credential=any/20260101/eu-west-1/any/aws4_request",
                "Content-Type: application/x-amz-json-1.0",
                "Content-Length: 0");
    }

    private static String send(String... lines) throws IOException {
        return send(cloud.endpoint(), lines);
    }

    private static String send(URI server, String... lines) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
