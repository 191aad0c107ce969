package io.tillstream.localcloud.firehose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.tillstream.localcloud.contract.BareEndpoint;
import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.Record;
import tools.jackson.databind.json.JsonMapper;

class FirehoseTests {

    private static final String STREAM = "rows";

    @TempDir
    Path folder;

    private final Map<String, String> objects = new ConcurrentHashMap<>();
    private final AtomicInteger failuresLeft = new AtomicInteger();
    private EntryFaults faults = EntryFaults.NONE;

    @Test
    void deliversAfterARestartWhatWasAcknowledgedBefore() {
        onFirehose(client -> {
            create(client, 900);
            put(client, 3);
        });
        assertThat(objects).isEmpty();
        try (Firehose firehose = open()) {
            firehose.deliverNow();
            await().atMost(ONE_MINUTE).until(() -> !objects.isEmpty());
            assertThat(objects.values()).containsExactly("012");
        }
        try (Firehose firehose = open()) {
            firehose.deliverNow();
            assertThat(objects).as("nothing is left to deliver").hasSize(1);
        }
    }

    @Test
    void triesAgainUntilTheObjectIsStored() {
        failuresLeft.set(2);
        onFirehose(client -> {
            create(client, 0);
            put(client, 2);
            await().atMost(ONE_MINUTE).until(() -> !objects.isEmpty());
        });
        assertThat(objects.values()).containsExactly("01");
    }

    @Test
    void deliversAFullBufferBeforeItsTime() {
        onFirehose(client -> {
            create(client, 900);
            Record big = Record.builder()
                    .data(SdkBytes.fromByteArray(new byte[600 * 1024]))
                    .build();
            client.putRecordBatch(batch -> batch.deliveryStreamName(STREAM).records(big, big));
            await().atMost(ONE_MINUTE).until(() -> !objects.isEmpty());
        });
        assertThat(objects.keySet()).singleElement().asString().startsWith("lake/");
    }

    @Test
    void failsTheEntriesItIsToldTo() {
        AtomicInteger asked = new AtomicInteger();
        faults = (target, stream) ->
                asked.incrementAndGet() == 2 ? Optional.of("ServiceUnavailableException") : Optional.empty();
        onFirehose(client -> {
            create(client, 0);
            PutRecordBatchResponse response = put(client, 3);
            assertThat(response.failedPutCount()).isEqualTo(1);
            assertThat(response.requestResponses().get(1).errorCode()).isEqualTo("ServiceUnavailableException");
            await().atMost(ONE_MINUTE)
                    .until(() -> String.join("", objects.values()).equals("02"));
        });
    }

    @Test
    void asksToTryAgainWhereS3DoesNotTellOfTheBucket() {
        URI nowhere = URI.create("http://localhost:1");
        String request = """
                {"DeliveryStreamName": "rows", "ExtendedS3DestinationConfiguration": {
                 "BucketARN": "arn:aws:s3:::lake", "RoleARN": "arn:aws:iam::000000000000:role/firehose"}}""";
        try (Firehose firehose =
                Firehose.open(folder, Clock.systemUTC(), new HttpObjectSink(nowhere), EntryFaults.NONE)) {
            AwsError refusal = catchThrowableOfType(
                    AwsError.class,
                    () -> firehose.call(
                            "CreateDeliveryStream",
                            AwsRequest.ofJson(JsonMapper.shared().readTree(request))));
            assertThat(refusal.httpStatus()).isEqualTo(503);
            assertThat(refusal).hasMessageContaining("arn:aws:s3:::lake").hasMessageContaining("try again");
        }
    }

    private void store(String bucket, String key, byte[] content) throws IOException {
        if (failuresLeft.getAndDecrement() > 0) {
            throw new IOException("S3 is away");
        }
        objects.put(bucket + "/" + key, new String(content, UTF_8));
    }

    private Firehose open() {
        return Firehose.open(
                folder,
                Clock.systemUTC(),
                (bucket, key, content, encoding) -> store(bucket, key, content),
                (target, stream) -> faults.failureOf(target, stream));
    }

    private void onFirehose(Consumer<FirehoseClient> test) {
        try (Firehose firehose = open();
                BareEndpoint endpoint = new BareEndpoint(firehose);
                FirehoseClient client = SdkClients.at(endpoint.uri(), FirehoseClient.builder())) {
            test.accept(client);
        }
    }

    private static void create(FirehoseClient client, int seconds) {
        client.createDeliveryStream(create -> create.deliveryStreamName(STREAM)
                .extendedS3DestinationConfiguration(s3 -> s3.bucketARN("arn:aws:s3:::lake")
                        .roleARN("arn:aws:iam::000000000000:role/firehose")
                        .bufferingHints(hints -> hints.sizeInMBs(1).intervalInSeconds(seconds))));
    }

    private static PutRecordBatchResponse put(FirehoseClient client, int count) {
        List<Record> records = IntStream.range(0, count)
                .mapToObj(i -> Record.builder()
                        .data(SdkBytes.fromUtf8String(Integer.toString(i)))
                        .build())
                .toList();
        return client.putRecordBatch(batch -> batch.deliveryStreamName(STREAM).records(records));
    }
}
