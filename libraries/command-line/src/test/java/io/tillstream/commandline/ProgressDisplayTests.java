package io.tillstream.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
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
            asked.await();
            display.say("a line that stays");
        }
        assertThat(out.toString()).startsWith("\rhalf").contains("half\r    \ra line that stays");
    }
}
