package io.tillstream.query.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;
import static org.hamcrest.Matchers.equalTo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LongReadingsTests {

    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

    private final CountDownLatch all = new CountDownLatch(1);
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicInteger stopped = new AtomicInteger();
    private final WatchedStore store = new WatchedStore(new Deadline("store", Duration.ofMinutes(1)));
    private volatile Instant now = BEGUN;

    @AfterEach
    void letAllEnd() {
        all.countDown();
    }

    @Test
    void answersWhatComesInTimeAndReadsItAnewTheNextTime() {
        LongReadings readings = readings(Duration.ofMinutes(1), 1);
        assertThat(readings.answer("q", progress -> this.readings.incrementAndGet()))
                .isEqualTo(AsOf.now(1));
        assertThat(readings.answer("q", progress -> this.readings.incrementAndGet()))
                .isEqualTo(AsOf.now(2));
    }

    @Test
    void goesOnWithWhatGetsOnAndGivesItsAnswerWithTheMomentItStandsFor() {
        LongReadings readings = readings(Duration.ofMillis(50), 1);
        assertStillReading(readings, "q");
        assertStillReading(readings, "q");
        assertThat(this.readings).hasValue(1);
        assertThat(store.hasAnsweredWithin(Duration.ofMinutes(1))).isTrue();
        assertThat(store.isInDoubt()).isFalse();

        now = BEGUN.plusSeconds(20);
        all.countDown();
        await().atMost(ONE_MINUTE).until(() -> readings.kept("q").isPresent());
        assertThat(readings.answer("q", this::getOn)).isEqualTo(new AsOf<>("all of it", BEGUN));
        assertThat(this.readings).hasValue(1);
    }

    @Test
    void readsAnewInTheBackgroundWhatIsNoLongerFresh() {
        LongReadings readings = readings(Duration.ofMillis(50), 1);
        assertStillReading(readings, "q");
        all.countDown();
        await().atMost(ONE_MINUTE).until(() -> readings.kept("q").isPresent());

        Instant later = BEGUN.plusSeconds(61);
        now = later;
        assertThat(readings.answer("q", this::getOn).at()).isEqualTo(BEGUN);
        await().atMost(ONE_MINUTE)
                .until(() -> later.equals(readings.answer("q", this::getOn).at()));
        assertThat(this.readings).hasValue(2);
    }

    @Test
    void goesOnWithNoMoreThanSoManyAtOnce() {
        LongReadings readings = readings(Duration.ofMillis(50), 1);
        assertStillReading(readings, "one");
        assertThatExceptionOfType(DeadlinePassedException.class)
                .isThrownBy(() -> readings.answer("other", this::getOn));
        await().atMost(ONE_MINUTE).untilAtomic(stopped, equalTo(1));

        all.countDown();
        await().atMost(ONE_MINUTE).until(() -> readings.kept("one").isPresent());
        assertThat(readings.answer("other", this::getOn).answer()).isEqualTo("all of it");
    }

    @Test
    void givesUpWhatReadsNothingAndDoubtsTheStore() {
        LongReadings readings = readings(Duration.ofMillis(50), 1);
        assertThatExceptionOfType(DeadlinePassedException.class)
                .isThrownBy(() -> readings.answer("q", progress -> waitForAll()));
        assertThat(store.isInDoubt()).isTrue();
        await().atMost(ONE_MINUTE).untilAtomic(stopped, equalTo(1));
    }

    @Test
    void endsWhatTakesTooLongInTheBackground() {
        LongReadings readings = new LongReadings(
                store,
                Duration.ofMillis(50),
                new LongReadingLimits(1, Duration.ofMillis(50), Duration.ofMinutes(1), 10),
                answer -> 1,
                clock());
        assertStillReading(readings, "q");
        await().atMost(ONE_MINUTE).untilAtomic(stopped, equalTo(1));
        assertThat(readings.kept("q")).isEmpty();
    }

    @Test
    void keepsNoMoreRowsThanAllowed() {
        LongReadings readings = new LongReadings(
                store,
                Duration.ofMillis(50),
                new LongReadingLimits(1, Duration.ofMinutes(1), Duration.ofMinutes(1), 10),
                answer -> 11,
                clock());
        assertStillReading(readings, "q");
        all.countDown();
        await().atMost(ONE_MINUTE)
                .ignoreExceptions()
                .until(() -> readings.answer("q", this::getOn).at() == null);
        assertThat(readings.kept("q")).isEmpty();
    }

    @Test
    void throwsWhatTheReadingThrew() {
        IllegalStateException failure = new IllegalStateException("out");
        assertThatThrownBy(() -> readings(Duration.ofMinutes(1), 1).answer("q", progress -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(store.isInDoubt()).isTrue();
    }

    private void assertStillReading(LongReadings readings, String question) {
        assertThatExceptionOfType(StillReadingException.class).isThrownBy(() -> readings.answer(question, this::getOn));
    }

    private LongReadings readings(Duration patience, int atOnce) {
        return new LongReadings(
                store,
                patience,
                new LongReadingLimits(atOnce, Duration.ofMinutes(5), Duration.ofMinutes(5), 10),
                answer -> 1,
                clock());
    }

    private String getOn(Runnable progress) {
        readings.incrementAndGet();
        progress.run();
        return waitForAll();
    }

    private String waitForAll() {
        try {
            assertThat(all.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            stopped.incrementAndGet();
        }
        return "all of it";
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
