package io.tillstream.query.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class StoreHealthTests {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger probes = new AtomicInteger();
    private final WatchedStore store = new WatchedStore(new Deadline("store", Duration.ofMinutes(1)), now::get);
    private final StoreHealth needed = new StoreHealth(store, this::probe, Status.OUT_OF_SERVICE, true, now::get);
    private final StoreHealth useful = new StoreHealth(store, this::probe, DEGRADED, false, now::get);

    private boolean answers = true;

    @Test
    void isOutOfServiceWhileTheStoreDoesNotAnswerAndRecoversByItself() {
        assertThat(needed.health().getStatus()).isEqualTo(Status.UP);
        answers = false;
        fail();
        pass(2);
        assertThat(needed.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        answers = true;
        pass(2);
        assertThat(needed.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void noticesAStoreThatWentAwayWhileNobodyAskedForAnything() {
        store.ask(() -> "answer");
        answers = false;
        assertThat(needed.health().getStatus()).isEqualTo(Status.UP);
        pass(6);
        assertThat(needed.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void asksNothingWhileRequestsAreAnswered() {
        store.ask(() -> "answer");
        for (int check = 0; check < 10; check++) {
            assertThat(needed.health().getStatus()).isEqualTo(Status.UP);
        }
        assertThat(probes).hasValue(0);
    }

    @Test
    void asksRarelyHoweverOftenHealthIsChecked() {
        answers = false;
        fail();
        for (int check = 0; check < 10; check++) {
            assertThat(needed.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        }
        assertThat(probes).hasValue(1);
    }

    @Test
    void staysInServiceAfterAFailureThatWasTheOnlyOne() {
        fail();
        assertThat(needed.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void leavesAStoreAsleepThatOnlyAPartOfTheServiceNeeds() {
        pass(100);
        assertThat(useful.health().getStatus()).isEqualTo(Status.UP);
        assertThat(probes).hasValue(0);
        answers = false;
        fail();
        assertThat(useful.health().getStatus()).isEqualTo(DEGRADED);
    }

    private void probe() {
        probes.incrementAndGet();
        store.ask(() -> {
            if (!answers) {
                throw new IllegalStateException("out");
            }
            return "answer";
        });
    }

    private void fail() {
        assertThatThrownBy(() -> store.ask(() -> {
                    throw new IllegalStateException("out");
                }))
                .hasMessage("out");
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
