package io.tillstream.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.contract.Tables;
import io.tillstream.localcloud.faults.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {

    private final LocalCloud cloud = Clouds.ephemeral().start();
    private final DynamoDbClient dynamoDb = impatient(DynamoDbClient.builder());
    private final KinesisClient kinesis = impatient(KinesisClient.builder());
    private final S3Client s3 = impatient(S3Client.builder());
    private final HttpClient http = HttpClient.newHttpClient();

    /** A client that shows each answer instead of trying again. */
    private <B extends AwsClientBuilder<B, C>, C> C impatient(B builder) {
        return SdkClients.at(
                cloud.endpoint(),
                builder.overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry())));
    }

    @AfterEach
    void lift() {
        cloud.faults().liftAll();
    }

    @AfterAll
    void close() {
        dynamoDb.close();
        kinesis.close();
        s3.close();
        cloud.close();
    }

    @Test
    void throttledDynamoDbIsThrottlingToTheSdk() {
        cloud.faults().set("dynamodb", Fault.throttling(1));
        assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
                .isThrownBy(dynamoDb::listTables)
                .satisfies(e -> assertThat(e.isThrottlingException()).isTrue());
    }

    @Test
    void throttledKinesisIsThrottlingToTheSdk() {
        cloud.faults().set("kinesis", Fault.throttling(1));
        // The SDK speaks CBOR here.
        assertThatExceptionOfType(KinesisException.class)
                .isThrownBy(kinesis::listStreams)
                .satisfies(e -> assertThat(e.isThrottlingException()).isTrue());
    }

    @Test
    void someRecordsOfABatchFailAndTheRestAreTaken() {
        kinesis.createStream(stream -> stream.streamName("partly").shardCount(1));
        kinesis.waiter().waitUntilStreamExists(stream -> stream.streamName("partly"));
        cloud.faults().set("kinesis", Fault.partial(0.5).seeded(3));
        PutRecordsRequestEntry entry = PutRecordsRequestEntry.builder()
                .partitionKey("k")
                .data(SdkBytes.fromUtf8String("v"))
                .build();
        var answer = kinesis.putRecords(put -> put.streamName("partly").records(Collections.nCopies(50, entry)));
        assertThat(answer.failedRecordCount()).isBetween(1, 49);
        assertThat(answer.records())
                .filteredOn(result -> result.errorCode() != null)
                .hasSize(answer.failedRecordCount())
                .allMatch(result -> result.errorCode().equals("ProvisionedThroughputExceededException"));
    }

    @Test
    void throttledS3IsThrottlingToTheSdk() {
        cloud.faults().set("s3", Fault.throttling(1));
        assertThatExceptionOfType(S3Exception.class).isThrownBy(s3::listBuckets).satisfies(e -> {
            assertThat(e.isThrottlingException()).isTrue();
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SlowDown");
        });
    }

    @Test
    void sdkRetriesThrottlingByItself() {
        cloud.faults().set("dynamodb", Fault.throttling(0.5).seeded(7));
        try (DynamoDbClient patient = SdkClients.at(cloud.endpoint(), DynamoDbClient.builder())) {
            for (int i = 0; i < 5; i++) {
                assertThat(patient.listTables().tableNames()).isNotNull();
            }
        }
    }

    @Test
    void errorsAreServerErrors() {
        cloud.faults().set("dynamodb", Fault.errors(1));
        cloud.faults().set("s3", Fault.errors(1));
        assertThatThrownBy(dynamoDb::listTables)
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(500));
        assertThatThrownBy(s3::listBuckets)
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InternalError"));
    }

    @Test
    void strikesOnlyTheNamedOperations() {
        cloud.faults().set("dynamodb", Fault.errors(1).on("PutItem"));
        assertThat(dynamoDb.listTables().tableNames()).isNotNull();
    }

    @Test
    void outageDropsConnectionsUntilItIsLifted() {
        cloud.faults().set("s3", Fault.dropped());
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(s3::listBuckets);
        cloud.faults().lift("s3");
        assertThat(s3.listBuckets().buckets()).isNotNull();
    }

    @Test
    void outageEndsByItself() {
        cloud.faults().set("dynamodb", Fault.unavailable().lastingFor(Duration.ofMillis(300)));
        try (DynamoDbClient patient = SdkClients.at(cloud.endpoint(), DynamoDbClient.builder())) {
            await().ignoreExceptions().until(() -> patient.listTables().hasTableNames());
        }
    }

    @Test
    void holdsBackSomeWritesOfABatch() {
        Tables.create(dynamoDb, "held");
        cloud.faults().set("dynamodb", Fault.partial(0.5).seeded(1));
        var answer = dynamoDb.batchWriteItem(batch -> batch.requestItems(Map.of("held", writes())));
        List<WriteRequest> unprocessed = answer.unprocessedItems().getOrDefault("held", List.of());
        int stored = dynamoDb.scan(scan -> scan.tableName("held")).count();
        assertThat(unprocessed).isNotEmpty().hasSizeLessThan(25);
        assertThat(stored + unprocessed.size()).isEqualTo(25);

        cloud.faults().set("dynamodb", Fault.partial(1));
        assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
                .as("a call of which nothing is done is throttled as a whole")
                .isThrownBy(() -> dynamoDb.batchWriteItem(batch -> batch.requestItems(Map.of("held", writes()))));
    }

    @Test
    void leavesSomeKeysOfABatchUnread() {
        Tables.create(dynamoDb, "unread");
        dynamoDb.batchWriteItem(batch -> batch.requestItems(Map.of("unread", writes())));
        cloud.faults().set("dynamodb", Fault.partial(0.5).seeded(1));
        List<Map<String, AttributeValue>> keys =
                writes().stream().map(write -> write.putRequest().item()).toList();

        var answer = dynamoDb.batchGetItem(batch -> batch.requestItems(Map.of(
                "unread",
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build())));

        KeysAndAttributes unread =
                Objects.requireNonNull(answer.unprocessedKeys().get("unread"));
        List<Map<String, AttributeValue>> read = answer.responses().getOrDefault("unread", List.of());
        assertThat(unread.keys()).isNotEmpty().hasSizeLessThan(25);
        assertThat(unread.consistentRead()).as("what was asked of them").isTrue();
        assertThat(read.size() + unread.keys().size()).isEqualTo(25);
        assertThat(read).doesNotContainAnyElementsOf(unread.keys());
    }

    @SuppressWarnings("unchecked") // The SDK takes generic varargs.
    @Test
    void writesMeetATransactionThatIsNotThere() {
        Tables.create(dynamoDb, "contended");
        cloud.faults().set("dynamodb", Fault.conflicts(1));
        Map<String, AttributeValue> item = Map.of("p", AttributeValue.fromS("p"), "s", AttributeValue.fromS("s"));

        assertThatExceptionOfType(TransactionConflictException.class)
                .isThrownBy(
                        () -> dynamoDb.putItem(put -> put.tableName("contended").item(item)));
        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> dynamoDb.transactWriteItems(write -> write.transactItems(
                        action -> action.put(put -> put.tableName("contended").item(item)))))
                .satisfies(e -> assertThat(e.cancellationReasons())
                        .extracting(reason -> reason.code())
                        .containsExactly("TransactionConflict"));
        assertThat(dynamoDb.scan(scan -> scan.tableName("contended")).count()).isZero();
    }

    @Test
    void readsThatAreContentWithItDoNotSeeWhatIsYoung() {
        Tables.create(dynamoDb, "lagging");
        Map<String, AttributeValue> key = Map.of("p", AttributeValue.fromS("p"), "s", AttributeValue.fromS("s"));
        cloud.faults().set("dynamodb", Fault.stale(Duration.ofSeconds(2)));
        dynamoDb.getItem(get -> get.tableName("lagging").key(key));

        dynamoDb.putItem(put -> put.tableName("lagging").item(key));

        assertThat(dynamoDb.getItem(get -> get.tableName("lagging").key(key)).hasItem())
                .isFalse();
        assertThat(dynamoDb.scan(scan -> scan.tableName("lagging")).count()).isZero();
        assertThat(dynamoDb.getItem(get -> get.tableName("lagging").key(key).consistentRead(true))
                        .hasItem())
                .isTrue();
        await().until(() ->
                dynamoDb.getItem(get -> get.tableName("lagging").key(key)).hasItem());
    }

    @Test
    void statementsThatAreContentWithItDoNotSeeWhatIsYoung() {
        Tables.create(dynamoDb, "behind");
        cloud.faults().set("dynamodb", Fault.stale(Duration.ofSeconds(2)));
        String all = "SELECT * FROM behind";
        String one = "SELECT * FROM behind WHERE p = 'p' AND s = 's'";
        assertThat(dynamoDb.executeStatement(select -> select.statement(all)).items())
                .isEmpty();

        dynamoDb.executeStatement(insert -> insert.statement("INSERT INTO behind VALUE {'p': 'p', 's': 's'}"));

        assertThat(dynamoDb.executeStatement(select -> select.statement(all)).items())
                .isEmpty();
        assertThat(dynamoDb.executeStatement(select -> select.statement(all).consistentRead(true))
                        .items())
                .hasSize(1);
        BatchStatementRequest now = BatchStatementRequest.builder()
                .statement(one)
                .consistentRead(true)
                .build();
        BatchStatementRequest then =
                BatchStatementRequest.builder().statement(one).build();
        assertThat(dynamoDb.batchExecuteStatement(batch -> batch.statements(now, then))
                        .responses())
                .extracting(response -> response.hasItem())
                .containsExactly(true, false);
        await().until(() ->
                dynamoDb.executeStatement(select -> select.statement(all)).hasItems());
    }

    @Test
    void someStatementsOfABatchAreThrottledAndTheRestCarriedOut() {
        Tables.create(dynamoDb, "some");
        cloud.faults().set("dynamodb", Fault.partial(0.5).seeded(1));
        List<BatchStatementRequest> inserts = IntStream.range(0, 25)
                .mapToObj(i -> BatchStatementRequest.builder()
                        .statement("INSERT INTO some VALUE {'p': 'p', 's': 's" + i + "'}")
                        .build())
                .toList();
        long failed = dynamoDb.batchExecuteStatement(batch -> batch.statements(inserts)).responses().stream()
                .filter(response -> response.error() != null
                        && response.error().code() == BatchStatementErrorCodeEnum.PROVISIONED_THROUGHPUT_EXCEEDED)
                .count();
        assertThat(failed).isBetween(1L, 24L);
        assertThat(dynamoDb.scan(scan -> scan.tableName("some")).count()).isEqualTo(25 - (int) failed);
    }

    @Test
    void recordsOfOneKeyComeToEachShard() {
        kinesis.createStream(stream -> stream.streamName("scattered").shardCount(3));
        kinesis.waiter().waitUntilStreamExists(stream -> stream.streamName("scattered"));
        PutRecordsRequestEntry entry = PutRecordsRequestEntry.builder()
                .partitionKey("k")
                .data(SdkBytes.fromUtf8String("v"))
                .build();
        cloud.faults().set("kinesis", Fault.scattered());
        assertThat(kinesis.putRecords(put -> put.streamName("scattered").records(Collections.nCopies(30, entry)))
                        .records())
                .extracting(PutRecordsResultEntry::shardId)
                .satisfies(shards -> assertThat(Set.copyOf(shards)).hasSize(3));
        cloud.faults().lift("kinesis");
        assertThat(kinesis.putRecords(put -> put.streamName("scattered").records(Collections.nCopies(30, entry)))
                        .records())
                .extracting(PutRecordsResultEntry::shardId)
                .satisfies(shards -> assertThat(Set.copyOf(shards)).hasSize(1));
    }

    @Test
    void isSetAndLiftedOverHttp() throws Exception {
        assertThat(call("PUT", "faults/s3", "{\"kind\":\"THROTTLING\",\"rate\":1,\"lasting\":\"PT1M\"}"))
                .contains("\"kind\":\"THROTTLING\"");
        assertThatExceptionOfType(S3Exception.class).isThrownBy(s3::listBuckets);
        assertThat(call("GET", "counters", "")).contains("\"faults\":");
        assertThat(call("DELETE", "faults/s3", "")).isEqualTo("[]");
        assertThat(s3.listBuckets().buckets()).isNotNull();
    }

    @Test
    void tellsWhatAStreamTook() throws Exception {
        kinesis.createStream(stream -> stream.streamName("billed").shardCount(1));
        kinesis.waiter().waitUntilStreamExists(stream -> stream.streamName("billed"));
        for (int bytes : new int[] {10, 30_000}) {
            kinesis.putRecord(
                    put -> put.streamName("billed").partitionKey("k").data(SdkBytes.fromByteArray(new byte[bytes])));
        }
        assertThat(call("GET", "streams", ""))
                .contains("\"stream\":\"billed\"")
                .contains("\"records\":2")
                .contains("\"payloadUnits\":3");
    }

    @Test
    void saysWhatIsWrongWithAFault() throws Exception {
        assertThat(call("PUT", "faults/s3", "{\"kind\":\"ERRORS\",\"rate\":7}")).contains("rate must be between");
        assertThat(call("PUT", "faults/s4", "[]")).contains("No service s4");
    }

    @Test
    void servicesThatAreNotHereHaveNoFaults() throws Exception {
        cloud.faults().set("s3", Fault.errors(1));
        HttpRequest request = HttpRequest.newBuilder(cloud.endpoint())
                .header("X-Amz-Target", "AmazonSQS.ListQueues")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("UnknownOperationException");
    }

    private String call(String method, String path, String body) throws Exception {
        URI uri = cloud.endpoint().resolve("/_local/" + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static List<WriteRequest> writes() {
        return IntStream.range(0, 25)
                .mapToObj(i -> WriteRequest.builder()
                        .putRequest(put ->
                                put.item(Map.of("p", AttributeValue.fromS("p"), "s", AttributeValue.fromS("s" + i))))
                        .build())
                .toList();
    }
}
