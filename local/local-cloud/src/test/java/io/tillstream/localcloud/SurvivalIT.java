package io.tillstream.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.contract.Tables;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.S3Client;

/** Kills a cloud in the middle of writes, and looks for what it had acknowledged. */
class SurvivalIT {

    private static final int BATCH = 25;
    private static final Duration TWENTY_SECONDS = Duration.ofSeconds(20);
    private static final String OBJECT = "x".repeat(300_000);

    @TempDir
    private Path data;

    private final Set<String> items = ConcurrentHashMap.newKeySet();
    private final Set<String> objects = ConcurrentHashMap.newKeySet();
    private final Set<Integer> rows = ConcurrentHashMap.newKeySet();

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        try (CloudProcess cloud = CloudProcess.start(data)) {
            prepare(cloud);
            List<Thread> writers = List.of(
                    writer(() -> writeItems(cloud.endpoint())),
                    writer(() -> writeObjects(cloud.endpoint())),
                    writer(() -> writeRows(cloud.warehouseUrl())));
            await().atMost(ONE_MINUTE).until(() -> items.size() > 500 && objects.size() > 5 && rows.size() > 50);
            cloud.killWithAllItStarted();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        try (CloudProcess cloud = CloudProcess.start(data)) {
            assertThat(storedItems(cloud.endpoint())).containsAll(items);
            assertWholeObjects(cloud.endpoint());
            assertThat(storedRows(cloud.warehouseUrl())).containsAll(rows);
        }
    }

    @Test
    void childrenEndWithTheirParentOrAreReplaced() throws Exception {
        List<ProcessHandle> children;
        try (CloudProcess cloud = CloudProcess.start(data)) {
            children = cloud.children();
            cloud.kill();
        }
        await().atMost(TWENTY_SECONDS).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));

        ProcessHandle leftOver;
        try (CloudProcess cloud = CloudProcess.start(data)) {
            leftOver = cloud.postmaster();
            cloud.killAllButPostmaster();
        }
        assertThat(leftOver.isAlive()).isTrue();
        try (CloudProcess cloud = CloudProcess.start(data)) {
            assertThat(cloud.postmaster().pid()).isNotEqualTo(leftOver.pid());
            await().atMost(TWENTY_SECONDS).until(() -> !leftOver.isAlive());
        }
    }

    private static void prepare(CloudProcess cloud) throws SQLException {
        try (DynamoDbClient dynamoDb = SdkClients.at(cloud.endpoint(), DynamoDbClient.builder());
                S3Client s3 = SdkClients.at(cloud.endpoint(), S3Client.builder());
                Connection connection = CloudProcess.connect(cloud.warehouseUrl());
                var statement = connection.createStatement()) {
            Tables.create(dynamoDb, "items");
            s3.createBucket(bucket -> bucket.bucket("objects"));
            statement.execute("CREATE TABLE line (id INT PRIMARY KEY)");
        }
    }

    /** Writes until the cloud is gone. */
    private static Thread writer(Writes writes) {
        return Thread.ofVirtual().start(() -> {
            try {
                writes.untilItFails();
            } catch (SdkException | SQLException e) {
                // As expected: it was killed.
            }
        });
    }

    private void writeItems(URI endpoint) {
        try (DynamoDbClient dynamoDb = SdkClients.at(endpoint, DynamoDbClient.builder())) {
            for (int batch = 0; true; batch++) {
                String partition = "batch-" + batch;
                dynamoDb.batchWriteItem(request -> request.requestItems(Map.of("items", batchOf(partition))));
                IntStream.range(0, BATCH).forEach(i -> items.add(partition + "/" + i));
            }
        }
    }

    private void writeObjects(URI endpoint) {
        try (S3Client s3 = SdkClients.at(endpoint, S3Client.builder())) {
            for (int i = 0; true; i++) {
                String key = "object-" + i;
                s3.putObject(
                        put -> put.bucket("objects").key(key).metadata(Map.of("rows", "1")),
                        RequestBody.fromString(OBJECT));
                objects.add(key);
            }
        }
    }

    private void writeRows(String url) throws SQLException {
        try (Connection connection = CloudProcess.connect(url);
                var insert = connection.prepareStatement("INSERT INTO line VALUES (?)")) {
            for (int i = 0; true; i++) {
                insert.setInt(1, i);
                insert.executeUpdate();
                rows.add(i);
            }
        }
    }

    private static Set<String> storedItems(URI endpoint) {
        try (DynamoDbClient dynamoDb = SdkClients.at(endpoint, DynamoDbClient.builder())) {
            return dynamoDb.scanPaginator(scan -> scan.tableName("items")).items().stream()
                    .map(item -> Tables.text(item, "p") + "/" + Tables.text(item, "s"))
                    .collect(Collectors.toSet());
        }
    }

    private void assertWholeObjects(URI endpoint) {
        try (S3Client s3 = SdkClients.at(endpoint, S3Client.builder())) {
            List<String> listed = s3.listObjectsV2Paginator(list -> list.bucket("objects")).contents().stream()
                    .map(object -> object.key())
                    .toList();
            assertThat(listed).containsAll(objects);
            for (String key : listed) {
                var object = s3.getObjectAsBytes(get -> get.bucket("objects").key(key));
                assertThat(object.asByteArray()).hasSize(OBJECT.length());
                assertThat(object.response().metadata()).containsEntry("rows", "1");
            }
        }
    }

    private static Set<Integer> storedRows(String url) throws SQLException {
        try (Connection connection = CloudProcess.connect(url);
                var result = connection.createStatement().executeQuery("SELECT id FROM line")) {
            List<Integer> ids = new ArrayList<>();
            while (result.next()) {
                ids.add(result.getInt(1));
            }
            return Set.copyOf(ids);
        }
    }

    private static List<WriteRequest> batchOf(String partition) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> WriteRequest.builder()
                        .putRequest(put -> put.item(Map.of(
                                "p", AttributeValue.fromS(partition),
                                "s", AttributeValue.fromS(Integer.toString(i)))))
                        .build())
                .toList();
    }

    private interface Writes {
        void untilItFails() throws SQLException;
    }
}
