package io.tillstream.model.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTests {

    private final RetryPolicy policy = RetryPolicy.untilStopped(Duration.ofMillis(100), Duration.ofSeconds(20));

    @ParameterizedTest
    @CsvSource({"1,PT0.1S", "2,PT0.2S", "8,PT12.8S", "9,PT20S", "64,PT20S", "2147483647,PT20S"})
    void boundDoublesUpToTheLongest(int failures, Duration bound) {
        assertThat(policy.boundAfter(failures)).isEqualTo(bound);
    }

    @Test
    void pausesAreSpreadOverAllOfTheBound() {
        Random random = new Random(1);

        assertThat(Stream.generate(() -> policy.withJitter(random::nextDouble).pauseAfter(1))
                        .limit(1_000)
                        .toList())
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ZERO, Duration.ofMillis(100)))
                .anySatisfy(pause -> assertThat(pause).isLessThan(Duration.ofMillis(5)))
                .anySatisfy(pause -> assertThat(pause).isGreaterThan(Duration.ofMillis(95)));
    }

    @Test
    void doesNotPauseWhenTheFirstPauseIsNone() {
        assertThat(RetryPolicy.untilStopped(Duration.ZERO, Duration.ZERO).pauseAfter(40))
                .isZero();
    }

    @Test
    void pausesForTheShareThatTheJitterSays() {
        assertThat(policy.withJitter(() -> 0.25).pauseAfter(1)).isEqualTo(Duration.ofMillis(25));
        assertThat(policy.withJitter(RetryPolicy.NO_JITTER).pauseAfter(4)).isEqualTo(Duration.ofMillis(800));
        assertThat(Stream.generate(
                                () -> policy.withJitter(RetryPolicy.HALF_JITTER).pauseAfter(1))
                        .limit(1_000)
                        .toList())
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(50), Duration.ofMillis(100)));
    }

    @Test
    void neverComesBackBeforeItIsAskedTo() {
        Duration asked = Duration.ofSeconds(30);
        assertThat(policy.withJitter(() -> 0).pauseAfter(1, asked)).isEqualTo(asked);
        assertThat(policy.withJitter(() -> 1).pauseAfter(1, asked)).isGreaterThan(asked);
        assertThat(policy.withJitter(() -> 1).pauseAfter(1, Duration.ZERO)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void givesUpAfterItsAttemptsOrItsTime() {
        assertThat(policy.allowsAnother(1_000_000, Duration.ofDays(1_000))).isTrue();
        assertThat(policy.givingUpAfter(3).allowsAnother(2, Duration.ZERO)).isTrue();
        assertThat(policy.givingUpAfter(3).allowsAnother(3, Duration.ZERO)).isFalse();
        assertThat(policy.givingUpAfter(Duration.ofSeconds(2)).allowsAnother(1, Duration.ofSeconds(1)))
                .isTrue();
        assertThat(policy.givingUpAfter(Duration.ofSeconds(2)).allowsAnother(1, Duration.ofSeconds(2)))
                .isFalse();
    }
}
