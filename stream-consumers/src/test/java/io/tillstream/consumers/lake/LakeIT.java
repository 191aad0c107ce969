package io.tillstream.consumers.lake;

import static io.tillstream.consumers.sink.SampleBatches.ARRIVAL;
import static io.tillstream.consumers.sink.SampleBatches.NOTHING_REFUSED;
import static io.tillstream.consumers.sink.SampleBatches.again;
import static io.tillstream.consumers.sink.SampleBatches.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.SampleBatches;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.localcloud.faults.Fault;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.ObjectKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The sink as it is wired, on S3. */
class LakeIT {

    private static final String SHARD = "shardId-000000000001";

    private static final LakeOnS3 LAKE = LakeOnS3.start();

    private final String bucket = LAKE.newBucket();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterAll
    static void stop() {
        LAKE.close();
    }

    @AfterEach
    void endFaults() {
        LAKE.faults().liftAll();
    }

    @Test
    void aLineThatComesAgainLiesInTheLakeOnceAlsoForTheNextWorker() {
        ShardSink first = sink(1_000_000).open(SHARD, NOTHING_REFUSED);
        store(first, batch(1, 100));
        assertThat(store(first, again(batch(1, 50), 101, ARRIVAL))).containsExactly(at(150));
        ShardSink second = sink(1_000_000).open(SHARD, NOTHING_REFUSED);
        assertThat(store(second, again(batch(51, 110), 151, ARRIVAL))).containsExactly(at(210));

        assertThat(lines()).hasSize(110).doesNotHaveDuplicates();
        assertThat(keys(FeedLayout.TRANSACTIONS.rawPrefix())).hasSize(3);
        assertThat(count("tillstream.consumer.duplicates")).isEqualTo(100);
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
        assertThat(keys("index/lake/")).hasSize(3);
        assertThat(keys("index/lake/")).first().isEqualTo(ObjectKeys.index("lake", SHARD, "1000.0-501.0"));
        assertThat(keys("")).hasSize(15 + 3);
    }

    @Test
    void objectsOfOtherNamesAmongTheIndexDoNoHarm() {
        LAKE.s3()
                .putObject(
                        request -> request.bucket(bucket).key(ObjectKeys.index("lake", SHARD, "_SUCCESS")),
                        RequestBody.empty());
        assertThat(store(sink(1_000_000).open(SHARD, NOTHING_REFUSED), batch(1, 3)))
                .containsExactly(at(3));
    }

    @Test
    void storesWhatComesAgainWhenItIsToRememberNothing() {
        store(sink(0).open(SHARD, NOTHING_REFUSED), batch(1, 3));
        store(sink(0).open(SHARD, NOTHING_REFUSED), again(batch(1, 3), 4, ARRIVAL));
        assertThat(lines()).hasSize(6);
        assertThat(keys("index/lake/")).isEmpty();
    }

    @Test
    void aLargeObjectIsUploadedInPartsAndFoundAsAnyOther() {
        StreamBatch large = noise(1_000);
        assertThat(store(sink(0).open(SHARD, NOTHING_REFUSED), large)).containsExactly(at(1_000));
        assertThat(keys(FeedLayout.TRANSACTIONS.rawPrefix())).singleElement().satisfies(key -> {
            assertThat(LAKE.s3()
                            .headObject(head -> head.bucket(bucket).key(key))
                            .eTag())
                    .endsWith("-2\"");
            assertThat(lines())
                    .containsExactlyElementsOf(large.lines().stream()
                            .map(line -> new String(line.wire(), StandardCharsets.UTF_8))
                            .toList());
        });

        ShardSink late = sink(0).open(SHARD, NOTHING_REFUSED);
        assertThat(store(late, large)).containsExactly(at(1_000));
        assertThat(keys("")).singleElement().satisfies(key -> {
            assertThat(count("tillstream.consumer.lake.objects")).isEqualTo(1);
            assertThat(count("tillstream.consumer.lake.bytes"))
                    .isEqualTo(LAKE.s3()
                            .headObject(head -> head.bucket(bucket).key(key))
                            .contentLength()
                            .doubleValue());
        });
        assertThat(LAKE.uploadsUnderWay(bucket)).isZero();
    }

    @Test
    void twoWorkersWithALargeObjectEachLeaveOne() throws Exception {
        StreamBatch large = noise(1_000);
        ShardSink one = sink(0).open(SHARD, NOTHING_REFUSED);
        ShardSink other = sink(0).open(SHARD, NOTHING_REFUSED);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Position>> stored = threads.submit(() -> store(one, large));
            assertThat(store(other, large)).containsExactly(at(1_000));
            assertThat(stored.get()).containsExactly(at(1_000));
        }
        assertThat(lines()).hasSize(1_000);
        assertThat(LAKE.uploadsUnderWay(bucket)).isZero();
    }

    @Test
    void anUploadThatFailsLeavesNoPartsAndIsTriedAgain() {
        ShardSink shard = sink(0).open(SHARD, NOTHING_REFUSED);
        shard.take(noise(1_000));
        LAKE.faults().set("s3", Fault.errors(1).on("CompleteMultipartUpload"));
        assertThatThrownBy(() -> shard.store(Flush.ALL)).isInstanceOf(S3Exception.class);
        assertThat(LAKE.uploadsUnderWay(bucket)).isZero();
        assertThat(keys("")).isEmpty();
        LAKE.faults().liftAll();
        assertThat(shard.store(Flush.ALL)).contains(at(1_000));
        assertThat(lines()).hasSize(1_000);
    }

    /** Lines that hardly compress: 8 KB each. */
    private double count(String name) {
        return registry.get(name).counter().count();
    }

    private static StreamBatch noise(int lines) {
        Random random = new Random(1);
        return SampleBatches.of(IntStream.rangeClosed(1, lines)
                .mapToObj(i -> {
                    byte[] bytes = new byte[8_000];
                    random.nextBytes(bytes);
                    StreamLine line = SampleBatches.line(i);
                    byte[] wire = Base64.getEncoder().encode(bytes);
                    return new StreamLine(line.position(), line.arrival(), line.line(), wire);
                })
                .toList());
    }

    private Sink sink(int rememberLines) {
        LakeProperties properties = SampleLimits.of(
                "bucket", bucket, "remember-lines", Integer.toString(rememberLines), "part-size", "5MB");
        return new LakeConfiguration()
                .lakeSinks(LAKE.s3(), feed -> shard -> List.of(), properties, registry, Clock.systemUTC())
                .of(new TransactionFeed())
                .orElseThrow();
    }

    private static List<Position> store(ShardSink shard, StreamBatch batch) {
        shard.take(batch);
        return shard.store(Flush.ALL).stream().toList();
    }

    private List<String> lines() {
        return LAKE.textsIn(bucket);
    }

    private List<String> keys(String prefix) {
        return LAKE.keys(bucket, prefix);
    }

    private static Position at(long sequence) {
        return Position.of(Long.toString(sequence), 0);
    }
}
