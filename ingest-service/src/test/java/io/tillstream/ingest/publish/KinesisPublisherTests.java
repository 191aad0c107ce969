package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.ingest.publish.PublishResult.Refused;
import io.tillstream.ingest.publish.PublishResult.Stored;
import io.tillstream.ingest.publish.PublishResult.Unavailable;
import io.tillstream.ingest.publish.PutOutcome.Answer;
import io.tillstream.model.layout.FeedLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.Durations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

final class KinesisPublisherTests {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Executor CALLERS = Thread::startVirtualThread;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<String> stored = Collections.synchronizedList(new ArrayList<>());
    private final List<KinesisPublisher> publishers = new ArrayList<>();

    @AfterEach
    void close() {
        publishers.forEach(KinesisPublisher::close);
    }

    @Test
    void storesNothingToDo() {
        LinePublisher publisher = publisher(LONG, entries -> new PutOutcome.Rejected("must not be called"));
        assertThat(publisher.publish(List.of())).isEqualTo(new Stored());
    }

    @Test
    void answersWhenTheStreamHasEveryLine() {
        LinePublisher publisher = publisher(LONG, this::store);
        assertThat(publisher.publish(List.of(line(1), line(2), line(1)))).isEqualTo(new Stored());
        assertThat(stored).hasSize(3);
        assertThat(registry.get("tillstream.ingest.publish").timer().count()).isEqualTo(1);
        assertThat(registry.get("tillstream.ingest.publish.aggregate.rows")
                        .summary()
                        .totalAmount())
                .isEqualTo(3);
    }

    @Test
    void endsAtTheDeadlineWithoutAFalsePromise() {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        LinePublisher publisher = publisher(Duration.ofMillis(60), entries -> {
            called.countDown();
            awaitUninterruptibly(end);
            return store(entries);
        });
        do {
            assertThat(publisher.publish(List.of(line(1)))).isInstanceOf(Unavailable.class);
        } while (called.getCount() > 0);
        assertThat(publisher.publish(List.of(line(2)))).isInstanceOf(Unavailable.class);
        end.countDown();
        Awaitility.await()
                .atMost(Durations.ONE_MINUTE)
                .until(() -> publisher.publish(List.of(line(3))).equals(new Stored()));
        // The second was never sent, and need not be any more.
        assertThat(stored).contains("1", "3").doesNotContain("2");
    }

    @Test
    void refusesAtOnceWhatTheStreamRefusesAndTriesTheNext() {
        AtomicInteger calls = new AtomicInteger();
        LinePublisher publisher = publisher(
                LONG,
                entries -> calls.incrementAndGet() == 1
                        ? new PutOutcome.Rejected("ResourceNotFoundException")
                        : store(entries));
        assertThat(publisher.publish(List.of(line(1)))).isEqualTo(new Refused("ResourceNotFoundException"));
        assertThat(publisher.publish(List.of(line(1)))).isEqualTo(new Stored());
    }

    @Test
    void survivesAFaultOfItsOwn() {
        AtomicInteger calls = new AtomicInteger();
        LinePublisher publisher = publisher(LONG, entries -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("a fault that the test wants");
            }
            return store(entries);
        });
        assertThat(publisher.publish(List.of(line(1)))).isEqualTo(new Stored());
    }

    @Test
    void shedsWhatAShardCouldNotTakeInTime() {
        CountDownLatch called = new CountDownLatch(1);
        Semaphore answers = new Semaphore(0);
        LinePublisher publisher = publisher(LONG, entries -> {
            called.countDown();
            answers.acquireUninterruptibly();
            return store(entries);
        });
        EncodedLine large = Lines.line("1", " ".repeat(200_000));
        List<CompletableFuture<PublishResult>> waiting = new ArrayList<>();
        waiting.add(CompletableFuture.supplyAsync(() -> publisher.publish(List.of(large)), CALLERS));
        awaitUninterruptibly(called);
        // A megabyte a second is what a shard promises; five seconds are what may wait.
        for (int i = 0; i < 35; i++) {
            waiting.add(CompletableFuture.supplyAsync(() -> publisher.publish(List.of(large)), CALLERS));
        }
        Awaitility.await()
                .until(() ->
                        registry.get("tillstream.ingest.publish.shed").counter().count() > 0);
        PublishResult shed = publisher.publish(List.of(large));
        assertThat(shed)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.retryAfter())
                                .isCloseTo(Duration.ofSeconds(6), Duration.ofSeconds(1)));
        assertThat(registry.get("tillstream.ingest.publish.queued").gauge().value())
                .isCloseTo(5.0 * 1024 * 1024, within(400_000.0));
        answers.release(1_000);
        assertThat(waiting.stream()
                        .map(CompletableFuture::join)
                        .filter(new Stored()::equals)
                        .count())
                .isGreaterThan(25);
    }

    @Test
    void drainsWhatWaitsWhenItIsClosedAndTakesNoMore() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        KinesisPublisher publisher = publisher(LONG, entries -> {
            called.countDown();
            awaitUninterruptibly(answer);
            return store(entries);
        });
        CompletableFuture<PublishResult> first =
                CompletableFuture.supplyAsync(() -> publisher.publish(List.of(line(1))), CALLERS);
        assertThat(called.await(1, TimeUnit.MINUTES)).isTrue();
        CompletableFuture<PublishResult> second =
                CompletableFuture.supplyAsync(() -> publisher.publish(List.of(line(2))), CALLERS);
        Awaitility.await()
                .until(() ->
                        registry.get("tillstream.ingest.publish.queued").gauge().value() > 0);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(publisher::close, CALLERS);
        Awaitility.await()
                .atMost(Durations.ONE_MINUTE)
                .until(() -> publisher.publish(List.of(line(3))) instanceof Unavailable);
        assertThat(closing).isNotDone();
        answer.countDown();
        closing.join();
        assertThat(first.join()).isEqualTo(new Stored());
        assertThat(second.join()).isEqualTo(new Stored());
        assertThat(stored).contains("1", "2");
    }

    @Test
    void tellsWhenARecordLandsElsewhere() {
        StreamGateway gateway = entries -> {
            store(entries);
            return new PutOutcome.Answered(Collections.nCopies(entries.size(), new Answer("shardId-9", null)));
        };
        ShardMap map = ShardMap.of(ShardMapTests.shards(List.of())).orElseThrow();
        LinePublisher publisher = publisher(LONG, gateway, () -> Optional.of(map));
        Awaitility.await()
                .until(() ->
                        registry.get("tillstream.ingest.publish.shards").gauge().value() == 1);
        assertThat(publisher.publish(List.of(line(1)))).isEqualTo(new Stored());
        assertThat(registry.get("tillstream.ingest.publish.misrouted").counter().count())
                .isEqualTo(1);
    }

    @Test
    void doesNotCountARecordThatLiesWhereItsKeyDoesNotBelong() {
        ShardMap map =
                ShardMap.of(ShardMapTests.shards(List.of(Long.MIN_VALUE))).orElseThrow();
        String first = map.shards().getFirst().id();
        StreamGateway ignoresKeys =
                entries -> new PutOutcome.Answered(Collections.nCopies(entries.size(), new Answer(first, null)));
        LinePublisher publisher = publisher(Duration.ofMillis(500), ignoresKeys, () -> Optional.of(map));
        Awaitility.await()
                .until(() ->
                        registry.get("tillstream.ingest.publish.shards").gauge().value() == 2);
        for (int invoice = 0; invoice < 8; invoice++) {
            boolean belongs = map.indexOf(Lines.hash("" + invoice)) == 0;
            assertThat(publisher.publish(List.of(line(invoice))) instanceof Stored)
                    .isEqualTo(belongs);
        }
        assertThat(registry.get("tillstream.ingest.publish.misplaced").counter().count())
                .isPositive();
    }

    private PutOutcome store(List<PutRecordsRequestEntry> entries) {
        entries.forEach(entry -> stored.addAll(Lines.texts(entry)));
        return new PutOutcome.Answered(Collections.nCopies(entries.size(), new Answer("a", null)));
    }

    private KinesisPublisher publisher(Duration timeout, Function<List<PutRecordsRequestEntry>, PutOutcome> stream) {
        return publisher(timeout, stream::apply, Optional::empty);
    }

    private KinesisPublisher publisher(Duration timeout, StreamGateway gateway, ShardSource shards) {
        PublishProperties properties = new PublishProperties(
                "transactions",
                DataSize.ofKilobytes(256),
                1,
                Duration.ofMillis(1),
                4,
                timeout,
                timeout,
                timeout.dividedBy(12),
                Duration.ofSeconds(60),
                Duration.ofMillis(1),
                Duration.ofMillis(10));
        PublishMeters meters = new PublishMeters(FeedLayout.TRANSACTIONS.name(), registry);
        KinesisPublisher publisher =
                new KinesisPublisher(PublishEngine.start(gateway, shards, properties, meters), properties);
        publishers.add(publisher);
        return publisher;
    }

    private static EncodedLine line(int invoice) {
        return Lines.line("" + invoice, "" + invoice);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
