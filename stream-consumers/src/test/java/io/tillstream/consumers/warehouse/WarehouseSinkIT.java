package io.tillstream.consumers.warehouse;

import static io.tillstream.consumers.sink.SampleBatches.NOTHING_REFUSED;
import static io.tillstream.consumers.sink.SampleBatches.batch;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.faults.Fault;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.model.feed.TransactionFeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.CompressionFormat;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What lies in the bucket behind Firehose, whatever befell the calls. */
class WarehouseSinkIT {

    private static final String SHARD = "shardId-000000000001";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final StaticCredentialsProvider ANYONE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private static LocalCloud cloud;
    private static S3Client s3;
    private static FirehoseClient firehose;

    private final String name = "rows-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        cloud = LocalCloud.builder().port(0).start();
        s3 = S3Client.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(ANYONE)
                .forcePathStyle(true)
                .build();
        firehose = FirehoseClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(ANYONE)
                .build();
    }

    @AfterAll
    static void stop() {
        firehose.close();
        s3.close();
        cloud.close();
    }

    @BeforeEach
    void createBucket() {
        s3.createBucket(request -> request.bucket(name));
    }

    @AfterEach
    void lift() {
        cloud.faults().liftAll();
    }

    @Test
    void everyLineIsDeliveredAsOneRow() {
        createDeliveryStream();
        assertThat(stored(shard(DataSize.ofKilobytes(256)), batch(1, 3_000))).isEqualTo(at(3_000));
        assertDelivered(batch(1, 3_000));
    }

    @Test
    void nothingIsLostOrDoubledWhenRecordsAreHandedBack() {
        createDeliveryStream();
        cloud.faults().set("firehose", Fault.partial(0.4).seeded(11).on("PutRecordBatch"));
        assertThat(stored(shard(DataSize.ofBytes(0)), batch(1, 2_000))).isEqualTo(at(2_000));
        assertDelivered(batch(1, 2_000));
    }

    @Test
    void nothingIsLostOrDoubledWhenCallsAreThrottledOrFail() {
        createDeliveryStream();
        ShardSink shard = shard(DataSize.ofKilobytes(4));
        cloud.faults()
                .set(
                        "firehose",
                        Fault.throttling(0.6).seeded(5).on("PutRecordBatch"),
                        Fault.errors(0.3).seeded(6));
        for (int from = 1; from < 2_000; from += 500) {
            assertThat(stored(shard, batch(from, from + 499))).isEqualTo(at(from + 499));
        }
        assertDelivered(batch(1, 2_000));
    }

    @Test
    void waitsForAStreamThatIsMissing() {
        ShardSink shard = shard(DataSize.ofKilobytes(256));
        shard.take(batch(1, 10));
        assertThatThrownBy(() -> shard.store(Flush.DUE)).hasMessageContaining(name);
        createDeliveryStream();
        assertThat(shard.store(Flush.DUE)).contains(at(10));
        assertDelivered(batch(1, 10));
    }

    private void assertDelivered(StreamBatch batch) {
        LineForm codec = TransactionColumns.WAREHOUSE;
        List<String> rows = batch.lines().stream()
                .map(line -> new String(codec.encode(line.line()), UTF_8))
                .toList();
        await().atMost(SOON).until(() -> delivered().size() >= rows.size());
        assertThat(delivered()).containsExactlyInAnyOrderElementsOf(rows);
    }

    private List<String> delivered() {
        return s3.listObjectsV2Paginator(request -> request.bucket(name).prefix("firehose/")).contents().stream()
                .map(S3Object::key)
                .flatMap(key -> text(key).lines())
                .toList();
    }

    private String text(String key) {
        try (var gzip =
                new GZIPInputStream(s3.getObject(request -> request.bucket(name).key(key)))) {
            return new String(gzip.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void createDeliveryStream() {
        firehose.createDeliveryStream(request -> request.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(to -> to.bucketARN("arn:aws:s3:::" + name)
                        .roleARN("arn:aws:iam::000000000000:role/firehose")
                        .prefix("firehose/")
                        .compressionFormat(CompressionFormat.GZIP)
                        .bufferingHints(hints -> hints.sizeInMBs(1).intervalInSeconds(1))));
    }

    private ShardSink shard(DataSize recordSize) {
        WarehouseSinkProperties properties = new WarehouseSinkProperties(true, name, recordSize, 4);
        return new WarehouseSinkConfiguration()
                .warehouseSinks(firehose, properties, new SimpleMeterRegistry())
                .of(new TransactionFeed())
                .orElseThrow()
                .open(SHARD, NOTHING_REFUSED);
    }

    /** As a delivery does it: again until it is done. */
    private static Position stored(ShardSink shard, StreamBatch batch) {
        shard.take(batch);
        return await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> shard.store(Flush.DUE), done -> done.isPresent())
                .orElseThrow();
    }

    private static Position at(long sequence) {
        return Position.of(Long.toString(sequence), 0);
    }
}
