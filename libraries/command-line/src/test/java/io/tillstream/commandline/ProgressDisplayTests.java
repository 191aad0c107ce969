package io.tillstream.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressDisplayTests {

    @Test
    void showsUntilClosedAndLeavesACleanLine() throws InterruptedException {
        StringWriter out = new StringWriter();
        CountDownLatch asked = new CountDownLatch(2);
        try (ProgressDisplay display = ProgressDisplay.of(new ChangingLine(new PrintWriter(out), true), () -> {
            asked.countDown();
            return "half";
        })) {
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
            display.say("a line that stays");
        }
        assertThat(out.toString()).startsWith("\rhalf").contains("half\r    \ra line that stays");
    }
}
