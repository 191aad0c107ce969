package io.tillstream.producer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReplayProgressTextTests {

    private static final ReplayPosition HALF = new ReplayPosition(50_000, 3, 2, 50_000, 1, OptionalLong.of(100_000));
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Test
    void tellsRateAndTimeLeft() {
        assertThat(new ProgressLine(HALF, TEN_SECONDS).withBar())
                .isEqualTo(
                        "[############------------] 50 %  50,000 rows  5,000 rows/s  10.0 s left  3 rejected  2 retries");
        assertThat(new ProgressLine(HALF, TEN_SECONDS).plain()).startsWith("50 %  50,000 rows");
    }

    @Test
    void tellsNoTimeLeftWhenItIsNotKnown() {
        ReplayPosition open = new ReplayPosition(50_000, 0, 0, 50_000, 1, OptionalLong.empty());
        assertThat(new ProgressLine(open, TEN_SECONDS).withBar()).isEqualTo("50,000 rows  5,000 rows/s");
    }

    @Test
    void countsTheShareFromTheFirstRowToBeSent() {
        ReplayPosition resumed = new ReplayPosition(0, 0, 0, 80_000, 80_001, OptionalLong.of(100_000));
        assertThat(new ProgressLine(resumed, TEN_SECONDS).plain()).startsWith("0 %");
    }

    @Test
    void drawsABarOnATerminalOnlyAndTellsAFailureOnce() {
        ReplayProgressText terminal = new ReplayProgressText(true);
        terminal.trouble("answered 503");
        assertThat(terminal.of(HALF)).startsWith("[").endsWith("  (trying again: answered 503)");
        assertThat(terminal.of(HALF)).startsWith("[").doesNotContain("trying again");
        assertThat(new ReplayProgressText(false).of(HALF)).startsWith("50 %");
    }
}
