package io.tillstream.consumers.lake;

import static io.tillstream.consumers.sink.SampleBatches.ARRIVAL;
import static io.tillstream.consumers.sink.SampleBatches.NOTHING_REFUSED;
import static io.tillstream.consumers.sink.SampleBatches.again;
import static io.tillstream.consumers.sink.SampleBatches.batch;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.layout.ObjectKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The sink as it is wired, on S3. */
class LakeIT {

    private static final String SHARD = "shardId-000000000001";

    private static LocalCloud cloud;
    private static S3Client s3;

    private final String bucket = "lake-" + UUID.randomUUID();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeAll
    static void start() {
        cloud = LocalCloud.builder()
                .port(0)
                .dynamoDbLibraries(Path.of("..", "local-cloud", "dynamodb-local", "target", "lib"))
                .start();
        s3 = S3Client.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .forcePathStyle(true)
                .build();
    }

    @AfterAll
    static void stop() {
        s3.close();
        cloud.close();
    }

    @BeforeEach
    void createBucket() {
        s3.createBucket(request -> request.bucket(bucket));
    }

    @Test
    void aLineThatComesAgainLiesInTheLakeOnceAlsoForTheNextWorker() {
        ShardSink first = sink(1_000_000).open(SHARD, NOTHING_REFUSED);
        store(first, batch(1, 100));
        assertThat(store(first, again(batch(1, 50), 101, ARRIVAL))).containsExactly(at(150));
        ShardSink second = sink(1_000_000).open(SHARD, NOTHING_REFUSED);
        assertThat(store(second, again(batch(51, 110), 151, ARRIVAL))).containsExactly(at(210));

        assertThat(lines()).hasSize(110).doesNotHaveDuplicates();
        assertThat(keys(ObjectKeys.RAW_PREFIX)).hasSize(3);
        assertThat(metrics.get("tillstream.consumer.duplicates")
                        .tag("sink", "lake")
                        .counter()
                        .count())
                .isEqualTo(100);
    }

    @Test
    void theIndexStaysSmallAndOutsideOfTheLake() {
        for (int run = 0; run < 3; run++) {
            ShardSink shard = sink(1_000_000).open(SHARD, NOTHING_REFUSED);
            for (int i = 0; i < 5; i++) {
                long from = 100L * (5 * run + i) + 1;
                store(shard, batch(from, from + 99));
            }
        }
        assertThat(keys(ObjectKeys.LAKE_INDEX_PREFIX)).hasSize(3);
        assertThat(keys(ObjectKeys.LAKE_INDEX_PREFIX)).first().isEqualTo(ObjectKeys.lakeIndex(SHARD, "1000.0-501.0"));
        assertThat(keys("")).hasSize(15 + 3);
    }

    @Test
    void objectsOfOtherNamesAmongTheIndexDoNoHarm() {
        s3.putObject(
                request -> request.bucket(bucket).key(ObjectKeys.lakeIndex(SHARD, "_SUCCESS")), RequestBody.empty());
        assertThat(store(sink(1_000_000).open(SHARD, NOTHING_REFUSED), batch(1, 3)))
                .containsExactly(at(3));
    }

    @Test
    void storesWhatComesAgainWhenItIsToRememberNothing() {
        store(sink(0).open(SHARD, NOTHING_REFUSED), batch(1, 3));
        store(sink(0).open(SHARD, NOTHING_REFUSED), again(batch(1, 3), 4, ARRIVAL));
        assertThat(lines()).hasSize(6);
        assertThat(keys(ObjectKeys.LAKE_INDEX_PREFIX)).isEmpty();
    }

    private Sink sink(int rememberLines) {
        LakeProperties properties = SampleLimits.of(
                "bucket", bucket, "remember-lines", Integer.toString(rememberLines), "part-size", "5MB");
        return new LakeConfiguration().lakeSink(s3, shard -> List.of(), properties, metrics, Clock.systemUTC());
    }

    private static List<Position> store(ShardSink shard, StreamBatch batch) {
        shard.take(batch);
        return shard.store(Flush.ALL).stream().toList();
    }

    private List<String> lines() {
        return keys(ObjectKeys.RAW_PREFIX).stream()
                .flatMap(key -> linesOf(key).stream())
                .toList();
    }

    private List<String> linesOf(String key) {
        try (var text = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        s3.getObject(request -> request.bucket(bucket).key(key))),
                StandardCharsets.UTF_8))) {
            return text.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> keys(String prefix) {
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static Position at(long sequence) {
        return Position.of(Long.toString(sequence), 0);
    }
}
