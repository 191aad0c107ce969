package io.tillstream.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class StartupRetryTests {

    private final List<String> told = new ArrayList<>();
    private int attempts;
    private Instant now = Instant.EPOCH;
    private Duration pause = Duration.ZERO;
    private final Clock clock = ticking(() -> now);

    @Test
    void triesUntilItWorksAndTellsEachReasonOnce() throws Exception {
        waiting(Duration.ofMinutes(1)).until(() -> failUntil(4));

        assertThat(attempts).isEqualTo(4);
        assertThat(told).containsExactly("Not yet: refused");
    }

    @Test
    void saysNowAndThenThatItStillWaitsAndWhy() throws Exception {
        pause = Duration.ofSeconds(10);

        waiting(Duration.ofMinutes(10)).until(() -> failUntil(9));

        assertThat(told)
                .containsExactly(
                        "Not yet: refused",
                        "Still not, after 30 of 600 s: refused",
                        "Still not, after 60 of 600 s: refused");
    }

    @Test
    void givesUpWhenTheTimeIsUp() {
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> waiting(Duration.ZERO).until(() -> failUntil(4)))
                .withMessageContaining("refused");
        assertThat(attempts).isEqualTo(1);
    }

    private StartupRetry waiting(Duration limit) {
        return new StartupRetry(
                limit, Duration.ZERO, clock, failure -> String.valueOf(failure.getMessage()), told::add);
    }

    private void failUntil(int attempt) {
        attempts++;
        if (attempts < attempt) {
            if (attempts > 1) {
                now = now.plus(pause);
            }
            throw SdkClientException.create("refused");
        }
    }

    private static Clock ticking(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
