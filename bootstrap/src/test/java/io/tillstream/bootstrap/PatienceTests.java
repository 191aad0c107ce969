package io.tillstream.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class PatienceTests {

    private final List<String> told = new ArrayList<>();
    private int attempts;

    @Test
    void triesUntilItWorksAndTellsEachReasonOnce() throws Exception {
        waiting(Duration.ofMinutes(1)).until(() -> failUntil(4));

        assertThat(attempts).isEqualTo(4);
        assertThat(told).containsExactly("Not yet: refused");
    }

    @Test
    void givesUpWhenTheTimeIsUp() {
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> waiting(Duration.ZERO).until(() -> failUntil(4)))
                .withMessageContaining("refused");
        assertThat(attempts).isEqualTo(1);
    }

    private Patience waiting(Duration limit) {
        return new Patience(limit, Duration.ZERO, Clock.systemUTC(), told::add);
    }

    private void failUntil(int attempt) {
        attempts++;
        if (attempts < attempt) {
            throw SdkClientException.create("refused (Service: DynamoDb, Request ID: " + attempts + ")");
        }
    }
}
