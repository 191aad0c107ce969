package io.tillstream.ingest.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.tillstream.ingest.spill.Gate.Way;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class GateTests {

    private final AtomicLong waiting = new AtomicLong();
    private final Gate gate = new Gate(waiting::get, Duration.ofMinutes(1));

    private void spill() {
        gate.divert();
        waiting.addAndGet(10);
        gate.leave();
    }

    @Test
    void leadsToTheStreamUntilItDoesNotTakeLines() {
        assertThat(gate.enter()).isEqualTo(Way.STREAM);
        assertThat(gate.divert()).isTrue();
        assertThat(gate.divert()).as("not the first").isFalse();
        assertThat(gate.enter()).isEqualTo(Way.JOURNAL);
    }

    @Test
    void leadsToTheJournalWhereLinesWereLeftBefore() {
        waiting.set(10);
        assertThat(new Gate(waiting::get, Duration.ZERO).enter()).isEqualTo(Way.JOURNAL);
    }

    @Test
    void opensOnlyWhenNoLineIsInTheJournalOrOnItsWay() {
        gate.divert();
        assertThat(gate.openIfDrained()).isFalse();
        waiting.set(10);
        gate.leave();
        assertThat(gate.openIfDrained()).isFalse();
        waiting.set(0);
        assertThat(gate.openIfDrained()).isTrue();
        assertThat(gate.enter()).isEqualTo(Way.STREAM);
    }

    @Test
    void holdsRequestsWhileTheRestIsDrained() {
        spill();
        gate.holdIfWaiting(10);
        assertThat(wayOfAHeldRequest(() -> {
                    waiting.set(0);
                    gate.openIfDrained();
                }))
                .isEqualTo(Way.STREAM);
    }

    @Test
    void sendsHeldRequestsToTheJournalWhenTheRestCannotBeDrained() {
        spill();
        gate.holdIfWaiting(10);
        assertThat(wayOfAHeldRequest(gate::release)).isEqualTo(Way.JOURNAL);
        assertThat(gate.openIfDrained()).as("it is on its way").isFalse();
    }

    @Test
    void doesNotHoldRequestsWhileMuchWaits() {
        spill();
        gate.holdIfWaiting(9);
        assertThat(gate.enter()).isEqualTo(Way.JOURNAL);
    }

    @Test
    void holdsNobodyForLong() {
        Gate hasty = new Gate(waiting::get, Duration.ofMillis(1));
        hasty.divert();
        hasty.holdIfWaiting(10);
        assertThat(hasty.enter()).isEqualTo(Way.JOURNAL);
    }

    /** Where a request goes that comes while requests are held, once something happens. */
    private Way wayOfAHeldRequest(Runnable event) {
        AtomicReference<Thread> request = new AtomicReference<>();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Way> way = CompletableFuture.supplyAsync(
                    () -> {
                        request.set(Thread.currentThread());
                        return gate.enter();
                    },
                    threads);
            await().atMost(ONE_MINUTE)
                    .until(() -> request.get() != null && request.get().getState() == Thread.State.TIMED_WAITING);
            assertThat(way).isNotDone();
            event.run();
            return way.join();
        }
    }
}
