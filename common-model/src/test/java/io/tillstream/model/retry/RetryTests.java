package io.tillstream.model.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryTests {

    private static final RetryPolicy POLICY = RetryPolicy.untilStopped(Duration.ofMillis(10), Duration.ofMillis(40))
            .withJitter(RetryPolicy.NO_JITTER);

    private final List<String> told = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private boolean stopped;
    private int attempts;

    @Test
    void triesUntilTheStepSucceeds() {
        assertThat(retry(POLICY).untilDone(() -> failUntil(5))).isEqualTo(5);

        assertThat(told).containsExactly("1 down", "2 down", "3 down", "4 down");
        assertThat(pauses).extracting(Duration::toMillis).containsExactly(10L, 20L, 40L, 40L);
    }

    @Test
    void throwsTheLastFailureWhenItIsGivenUp() {
        assertThatIllegalStateException()
                .isThrownBy(() -> retry(POLICY.givingUpAfter(3)).untilDone(() -> failUntil(5)))
                .withMessage("down");

        assertThat(attempts).isEqualTo(3);
        assertThat(told).as("only what is tried again").containsExactly("1 down", "2 down");
    }

    @Test
    void throwsTheLastFailureWhenItIsStopped() {
        stopped = true;

        assertThatIllegalStateException().isThrownBy(() -> retry(POLICY).untilDone(() -> failUntil(5)));

        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void doesNotRetryOtherFailures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> retry(POLICY).untilDone(() -> {
                    attempts++;
                    throw new IllegalArgumentException("wrong");
                }));

        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void countsFailuresFromTheLastHeadwayOn() {
        Retry.Attempts step = retry(POLICY.givingUpAfter(3)).begin();
        for (int i = 0; i < 4; i++) {
            step.failed(new IllegalStateException("down"));
            step.failed(new IllegalStateException("down"));
            step.madeHeadway();
        }

        assertThat(pauses).extracting(Duration::toMillis).containsExactly(10L, 20L, 10L, 20L, 10L, 20L, 10L, 20L);
    }

    @Test
    void stopsWhenTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatIllegalStateException()
                .isThrownBy(() -> Retry.of(POLICY, IllegalStateException.class).untilDone(() -> failUntil(5)));

        assertThat(Thread.interrupted()).as("interrupted").isTrue();
        assertThat(attempts).isEqualTo(1);
    }

    private Retry retry(RetryPolicy policy) {
        return Retry.of(policy, IllegalStateException.class)
                .telling((failure, attempt) -> told.add(attempt + " " + failure.getMessage()))
                .waitingBy(pause -> {
                    pauses.add(pause);
                    return stopped;
                });
    }

    private int failUntil(int attempt) {
        attempts++;
        if (attempts < attempt) {
            throw new IllegalStateException("down");
        }
        return attempts;
    }
}
