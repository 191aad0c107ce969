package io.tillstream.producer.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.retry.Backoff;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTests {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Test
    void doublesThePauseUpToABound() {
        RetryPolicy policy = new RetryPolicy(new Backoff(FIRST, LONGEST), Duration.ofMinutes(5), () -> 1);
        assertThat(policy.pause(0, Duration.ZERO)).isEqualTo(FIRST);
        assertThat(policy.pause(3, Duration.ZERO)).isEqualTo(FIRST.multipliedBy(8));
        assertThat(policy.pause(1_000, Duration.ZERO)).isEqualTo(LONGEST);
    }

    @Test
    void spreadsRetriesFromNothingToTheBound() {
        RetryPolicy policy = new RetryPolicy(new Backoff(FIRST, LONGEST), Duration.ofMinutes(5), () -> 0.25);
        assertThat(policy.pause(0, Duration.ZERO)).isEqualTo(FIRST.dividedBy(4));
    }

    @Test
    void neverComesBackBeforeTheServiceAsks() {
        Duration asked = Duration.ofSeconds(30);
        assertThat(new RetryPolicy(new Backoff(FIRST, LONGEST), Duration.ofMinutes(5), () -> 0).pause(0, asked))
                .isEqualTo(asked);
        assertThat(new RetryPolicy(new Backoff(FIRST, LONGEST), Duration.ofMinutes(5), () -> 1).pause(0, asked))
                .isGreaterThan(asked);
    }
}
