package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DrainRateTests {

    private static final long MEGABYTE = 1024 * 1024;

    private final DrainRate rate = new DrainRate();

    @Test
    void believesWhatAwsPromisesUntilItIsMeasured() {
        assertThat(rate.secondsFor(5 * MEGABYTE)).isCloseTo(5, within(0.01));
    }

    @Test
    void takesALoneRowForNoSignOfASlowShard() {
        for (int i = 0; i < 1_000; i++) {
            rate.measured(300, Duration.ofMillis(20).toNanos(), false);
        }
        assertThat(rate.secondsFor(MEGABYTE)).isCloseTo(1, within(0.01));
    }

    @Test
    void learnsThatAShardIsFasterOrSlower() {
        for (int i = 0; i < 20; i++) {
            rate.measured(MEGABYTE, Duration.ofMillis(20).toNanos(), true);
        }
        assertThat(rate.secondsFor(50 * MEGABYTE)).isCloseTo(1, within(0.1));
        for (int i = 0; i < 40; i++) {
            rate.measured(MEGABYTE / 4, Duration.ofMillis(500).toNanos(), true);
        }
        assertThat(rate.secondsFor(MEGABYTE)).isCloseTo(2, within(0.2));
    }

    @Test
    void expectsNothingOfAShardThatIsOutAndTrustsItSoonAfterwards() {
        for (int i = 0; i < 5; i++) {
            rate.measured(0, Duration.ofSeconds(4).toNanos(), true);
        }
        assertThat(rate.secondsFor(MEGABYTE)).isGreaterThan(60);
        for (int i = 0; i < 10; i++) {
            rate.measured(30_000, Duration.ofMillis(10).toNanos(), false);
        }
        assertThat(rate.secondsFor(MEGABYTE)).isLessThan(1);
    }
}
