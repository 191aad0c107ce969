package io.tillstream.producer.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {

    private final Clock clock = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void readsSeconds() {
        assertThat(RetryAfter.parse(" 120 ", clock)).hasValue(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("0", clock)).hasValue(Duration.ZERO);
    }

    @Test
    void readsDates() {
        assertThat(RetryAfter.parse("Sat, 31 Jan 2026 12:00:30 GMT", clock)).hasValue(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("Sat, 31 Jan 2026 11:00:00 GMT", clock)).hasValue(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999"})
    void ignoresWhatIsNeither(String value) {
        assertThat(RetryAfter.parse(value, clock)).isEmpty();
    }
}
