package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.contract.KclConsumer;
import io.tillstream.localcloud.faults.Fault;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishIT {

    private static final Duration PATIENT = Duration.ofSeconds(60);

    /** Longer than the longest pause between attempts. */
    private static final Duration OUTAGE = Duration.ofSeconds(6);

    private final LocalCloud cloud = TestStream.cloud();

    @AfterEach
    void lift() {
        cloud.faults().liftAll();
    }

    @AfterAll
    void close() {
        cloud.close();
    }

    @Test
    void losesNothingWhenAThirdOfTheEntriesIsThrottled() {
        try (TestStream stream = new TestStream(cloud.endpoint(), 4)) {
            cloud.faults()
                    .set("kinesis", Fault.partial(0.3), Fault.throttling(0.3).on("PutRecords"));
            Shops shops = new Shops(stream.publisher(PATIENT), 16, 40);
            shops.publish(10);
            assertStored(shops, stream);
            assertThat(stream.count("throttled")).isPositive();
            assertThat(stream.count("retries")).isPositive();
        }
    }

    @Test
    void losesNothingWhenWholeCallsFail() {
        try (TestStream stream = new TestStream(cloud.endpoint(), 4)) {
            cloud.faults()
                    .set(
                            "kinesis",
                            Fault.errors(0.3).on("PutRecords"),
                            Fault.dropped().on("PutRecords").lastingFor(Duration.ofMillis(300)));
            Shops shops = new Shops(stream.publisher(PATIENT), 16, 40);
            shops.publish(10);
            assertStored(shops, stream);
            assertThat(stream.count("retries")).isPositive();
        }
    }

    @Test
    void waitsForASlowStream() {
        try (TestStream stream = new TestStream(cloud.endpoint(), 4)) {
            KinesisPublisher publisher = stream.publisher(PATIENT);
            awaitMap(stream, 4);
            cloud.faults()
                    .set(
                            "kinesis",
                            Fault.latency(Duration.ofSeconds(1), Duration.ZERO).on("PutRecords"));
            Shops shops = new Shops(publisher, 32, 40);
            shops.publish(2);
            assertStored(shops, stream);
            assertThat(shops.unavailable).hasValue(0);
        }
    }

    @Test
    void outlastsAnOutageForCallersWhoWait() {
        try (TestStream stream = new TestStream(cloud.endpoint(), 2)) {
            Shops shops = new Shops(stream.publisher(PATIENT), 16, 20);
            cloud.faults().set("kinesis", Fault.unavailable().lastingFor(OUTAGE));
            shops.publish(5);
            assertStored(shops, stream);
            assertThat(shops.unavailable).hasValue(0);
        }
    }

    @Test
    void tellsCallersWhoDoNotWaitThatAnOutageIsOnAndRecoversFromIt() {
        try (TestStream stream = new TestStream(cloud.endpoint(), 2)) {
            Shops shops = new Shops(stream.publisher(Duration.ofMillis(500)), 16, 20);
            cloud.faults().set("kinesis", Fault.dropped());
            CompletableFuture<Void> trade = shops.start(published -> published < 5);
            await().atMost(ONE_MINUTE).until(() -> shops.unavailable.get() >= 16);
            assertThat(shops.acknowledged).isEmpty();
            cloud.faults().liftAll();
            trade.join();
            assertStored(shops, stream);
        }
    }

    @Test
    void keepsEveryRowVisibleThroughSplitsAndMergesItDoesNotKnowOf() {
        try (TestStream stream = new TestStream(cloud.endpoint(), 2)) {
            Shops shops = new Shops(stream.publisherWithAStaleMap(PATIENT), 16, 40);
            reshardWhileTrading(stream, shops, () -> true);
            shops.assertWhole(stream.read());
            assertThat(stream.count("misrouted")).isPositive();
        }
    }

    @Test
    void keepsEveryRowVisibleToKclThroughSplitsAndMergesItDoesNotKnowOf() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (TestStream stream = new TestStream(cloud.endpoint(), 2);
                KclConsumer kcl = new KclConsumer(
                        cloud.endpoint(), stream.name, records -> records.forEach(row -> seen.add(Lines.text(row))))) {
            Shops shops = new Shops(stream.publisherWithAStaleMap(PATIENT), 4, 40);
            shops.publish(5);
            await().atMost(PATIENT).until(() -> !seen.isEmpty() && kcl.events().size() == 2);
            reshardWhileTrading(stream, shops, () -> true);
            await().atMost(PATIENT).until(() -> seen.size() >= shops.acknowledged.size());
            assertThat(seen).isEqualTo(shops.acknowledged);
        }
    }

    @Test
    void followsSplitsAndMerges() {
        try (TestStream stream = new TestStream(cloud.endpoint(), 2)) {
            Shops shops = new Shops(stream.publisher(PATIENT), 16, 40);
            awaitMap(stream, 2);
            // The next regular look at the shards is far: it is the answers that tell.
            reshardWhileTrading(stream, shops, () -> shards(stream) == 3);
            shops.assertWhole(stream.read());
        }
    }

    @Test
    void paysForFewPayloadUnits() throws Exception {
        try (TestStream stream = new TestStream(cloud.endpoint(), 4)) {
            Shops shops = new Shops(stream.publisher(PATIENT), 4, 500);
            awaitMap(stream, 4);
            shops.publish(10);
            assertStored(shops, stream);
            double perRow = counters(stream).path("payloadUnits").asDouble() / shops.acknowledged.size();
            assertThat(perRow).isLessThanOrEqualTo(1.0 / 50);
        }
    }

    private static void reshardWhileTrading(TestStream stream, Shops shops, Callable<Boolean> enough) {
        AtomicBoolean open = new AtomicBoolean(true);
        CompletableFuture<Void> trade = shops.start(published -> open.get());
        awaitMoreOf(shops);
        stream.split(0);
        awaitMoreOf(shops);
        stream.split(1);
        awaitMoreOf(shops);
        stream.merge(2);
        awaitMoreOf(shops);
        await().atMost(PATIENT).until(enough);
        open.set(false);
        trade.join();
    }

    private static void awaitMoreOf(Shops shops) {
        int before = shops.acknowledged.size();
        await().atMost(ONE_MINUTE).until(() -> shops.acknowledged.size() > before + 1_000);
    }

    private static void assertStored(Shops shops, TestStream stream) {
        List<List<String>> shards = stream.read();
        shops.assertWhole(shards);
        Shops.assertInOrder(shards);
    }

    private static void awaitMap(TestStream stream, int shards) {
        await().atMost(ONE_MINUTE).until(() -> shards(stream) == shards);
    }

    private static int shards(TestStream stream) {
        return (int)
                stream.registry.get("tillstream.ingest.publish.shards").gauge().value();
    }

    private JsonNode counters(TestStream stream) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(cloud.endpoint().resolve("/_local/streams"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            JsonNode streams = new ObjectMapper()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
            return StreamSupport.stream(streams.spliterator(), false)
                    .filter(counters -> counters.path("stream").asString().equals(stream.name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
