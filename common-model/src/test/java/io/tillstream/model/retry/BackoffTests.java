package io.tillstream.model.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTests {

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(20));

    @ParameterizedTest
    @CsvSource({"1,PT0.1S", "2,PT0.2S", "8,PT12.8S", "9,PT20S", "64,PT20S", "2147483647,PT20S"})
    void boundDoublesUpToTheLongest(int failures, Duration bound) {
        assertThat(backoff.bound(failures)).isEqualTo(bound);
    }

    @Test
    void pausesAreSpreadOverAllOfTheBound() {
        Random random = new Random(1);

        assertThat(random.ints(1_000, 1, 2)
                        .mapToObj(failures -> backoff.pause(failures, random))
                        .toList())
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ZERO, Duration.ofMillis(100)))
                .anySatisfy(pause -> assertThat(pause).isLessThan(Duration.ofMillis(5)))
                .anySatisfy(pause -> assertThat(pause).isGreaterThan(Duration.ofMillis(95)));
    }

    @Test
    void doesNotPauseWhenTheFirstPauseIsNone() {
        assertThat(new Backoff(Duration.ZERO, Duration.ZERO).pause(40)).isZero();
    }
}
