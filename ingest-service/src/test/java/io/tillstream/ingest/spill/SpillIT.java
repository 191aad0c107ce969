package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.faults.Fault;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.model.layout.FeedLayout;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.s3.S3Client;

class SpillIT {

    private static final String BUCKET = "tillstream-lake";
    private static final int ACCEPTED = 202;

    private static LocalCloud cloud;
    private static S3Client s3;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        cloud = LocalCloud.builder().port(0).start();
        s3 = Shop.at(cloud.endpoint(), S3Client.builder().forcePathStyle(true));
        s3.createBucket(create -> create.bucket(BUCKET));
    }

    @AfterAll
    static void stop() {
        s3.close();
        cloud.close();
    }

    @AfterEach
    void lift() {
        cloud.faults().liftAll();
    }

    private ConfigurableApplicationContext openOnDisk(Shop shop) {
        return shop.open(
                "--tillstream.ingest.spill.mode=disk",
                "--tillstream.ingest.spill.disk.folder=" + folder,
                "--tillstream.ingest.spill.disk.min-free=1MB");
    }

    private static SurgeBuffer buffer(ConfigurableApplicationContext service) {
        return service.getBean(SurgeBuffers.class).of(new TransactionFeed());
    }

    private static void outage() {
        cloud.faults().set("kinesis", Fault.unavailable());
    }

    @Test
    void takesEveryRowThroughAnOutageUnderLoad() throws Exception {
        try (Shop shop = new Shop(cloud.endpoint());
                Tills tills = new Tills(shop, openOnDisk(shop), 8)) {
            tills.awaitMore(100);
            outage();
            tills.awaitMore(400);
            SurgeBuffer buffer = buffer(tills.service);
            await().atMost(Duration.ofMinutes(1)).until(() -> buffer.trouble().isPresent());
            assertThat(buffer.isSpilling()).isTrue();
            assertThat(shop.get(tills.service, "/actuator/health/readiness")).contains("\"UP\"");
            tills.awaitMore(400);
            cloud.faults().liftAll();
            await().atMost(Duration.ofMinutes(1)).until(() -> !buffer.isSpilling());
            tills.awaitMore(100);
            tills.stop();
            await().atMost(ONE_MINUTE).until(() -> !buffer.isSpilling());
            assertThat(tills.statuses()).containsOnly(ACCEPTED);
            assertThat(shop.quantities()).isEqualTo(tills.sent());
            tills.sent()
                    .forEach((invoice, sent) ->
                            assertThat(shop.quantities().get(invoice)).containsExactlyElementsOf(sent));
        }
    }

    @Test
    void losesNothingWhenItIsRestartedInMidOutage() throws Exception {
        try (Shop shop = new Shop(cloud.endpoint())) {
            outage();
            try (ConfigurableApplicationContext first = openOnDisk(shop)) {
                for (int i = 1; i <= 20; i++) {
                    assertThat(shop.send(first, "R", i)).isEqualTo(ACCEPTED);
                }
            }
            ConfigurableApplicationContext second = openOnDisk(shop);
            assertThat(buffer(second).backlog().rows()).isEqualTo(20);
            assertThat(shop.send(second, "R", 21)).isEqualTo(ACCEPTED);
            cloud.faults().liftAll();
            await().atMost(Duration.ofMinutes(1)).until(() -> !buffer(second).isSpilling());
            assertThat(shop.send(second, "R", 22)).isEqualTo(ACCEPTED);
            assertThat(shop.quantities().get("R")).containsExactlyElementsOf(upTo(22));
        }
    }

    @Test
    void anotherInstanceDrainsWhatAKilledOneLeftOnS3() throws Exception {
        try (Shop shop = new Shop(cloud.endpoint())) {
            outage();
            List<EncodedLine> lines = Shop.encoded("K", 30);
            leaveOnS3(shop.stream(), lines);
            ConfigurableApplicationContext survivor = shop.open(
                    "--tillstream.ingest.spill.mode=s3",
                    "--tillstream.ingest.spill.s3.path-style=true",
                    "--tillstream.ingest.spill.s3.lease=600ms");
            for (int i = 1; i <= 5; i++) {
                assertThat(shop.send(survivor, "S", i)).isEqualTo(ACCEPTED);
            }
            assertThat(keys(shop)).hasSizeGreaterThan(5);
            cloud.faults().liftAll();
            SurgeBuffer buffer = buffer(survivor);
            await().atMost(Duration.ofMinutes(1)).until(() -> shop.quantities().containsKey("K"));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !buffer.isSpilling() && buffer.backlog().rows() == 0);
            assertThat(shop.quantities().get("K")).containsExactlyElementsOf(upTo(30));
            assertThat(shop.quantities().get("S")).containsExactlyElementsOf(upTo(5));
            await().atMost(Duration.ofMinutes(1)).until(() -> keys(shop).isEmpty());
        }
    }

    @Test
    void isNotThereUnlessItIsAskedFor() throws Exception {
        try (Shop shop = new Shop(cloud.endpoint())) {
            ConfigurableApplicationContext service = shop.open();
            assertThat(service.getBeanProvider(SurgeBuffers.class).getIfAvailable())
                    .isNull();
            assertThat(shop.get(service, "/actuator/health/readiness")).contains("\"UP\"");
            outage();
            assertThat(shop.send(service, "N", 1)).isEqualTo(503);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> shop.get(service, "/actuator/health/readiness").contains("\"DOWN\""));
        }
    }

    /** Spills lines as an instance whose stream never comes back, and leaves it as if it had been killed. */
    private static void leaveOnS3(String stream, List<EncodedLine> lines) {
        SpillMeters meters = new SpillMeters(FeedLayout.TRANSACTIONS.name(), new SimpleMeterRegistry());
        SpillKeys keys = new SpillKeys(stream, "killed");
        Journal journal = ObjectSegments.newJournal(new S3SpillObjects(s3, BUCKET), keys, 1 << 20, meters);
        FakeStream out = new FakeStream();
        out.answer(FakeStream.OUT);
        SurgeBuffer.Means means =
                new SurgeBuffer.Means(Duration.ofSeconds(30), Duration.ofSeconds(30), meters, Clock.systemUTC());
        try (SurgeBuffer buffer = new SurgeBuffer(out, journal, List.of(), means)) {
            lines.forEach(line -> assertThat(buffer.publish(List.of(line))).isEqualTo(new PublishResult.Spilled()));
        }
    }

    private static List<String> keys(Shop shop) {
        return s3.listObjectsV2(list -> list.bucket(BUCKET).prefix("spill/" + shop.stream())).contents().stream()
                .map(object -> object.key())
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** Each sends row after row of one invoice until it is stopped. */
    private static final class Tills implements AutoCloseable {

        final ConfigurableApplicationContext service;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicInteger answers = new AtomicInteger();
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final List<Future<List<Integer>>> statuses = new ArrayList<>();

        Tills(Shop shop, ConfigurableApplicationContext service, int count) {
            this.service = service;
            for (int till = 0; till < count; till++) {
                String invoice = "T" + till;
                statuses.add(threads.submit(() -> {
                    List<Integer> answered = new ArrayList<>();
                    while (!stopped.get()) {
                        answered.add(shop.send(service, invoice, answered.size() + 1));
                        answers.incrementAndGet();
                    }
                    return answered;
                }));
            }
        }

        void awaitMore(int more) {
            int enough = answers.get() + more;
            await().atMost(Duration.ofMinutes(1)).until(() -> answers.get() >= enough);
        }

        void stop() {
            stopped.set(true);
            threads.close();
        }

        List<Integer> statuses() throws Exception {
            List<Integer> all = new ArrayList<>();
            for (Future<List<Integer>> one : statuses) {
                all.addAll(one.get());
            }
            return all;
        }

        Map<String, SequencedSet<Long>> sent() throws Exception {
            Map<String, SequencedSet<Long>> sent = new TreeMap<>();
            for (int till = 0; till < statuses.size(); till++) {
                int count = statuses.get(till).get().size();
                sent.put("T" + till, new LinkedHashSet<>(upTo(count)));
            }
            return sent;
        }

        @Override
        public void close() {
            stop();
        }
    }
}
