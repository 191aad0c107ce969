package io.tillstream.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandRunTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void printsTheTextAndEndsWithTheCodeOfTheReport() throws IOException {
        int code = run().report(new ReportForm(false, null), run -> {
            run.say("half");
            assertThat(run.stop().isTold()).isFalse();
            return new Counted(ExitCodes.REJECTED);
        });
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEqualTo("2 rows" + System.lineSeparator());
        assertThat(err.toString()).isEqualTo("half" + System.lineSeparator());
    }

    @Test
    void printsJsonInsteadAndWritesItBesides() throws IOException {
        Path file = folder.resolve("report.json");
        run().report(new ReportForm(true, null), run -> new Counted(ExitCodes.DONE));
        run().report(new ReportForm(false, file), run -> new Counted(ExitCodes.DONE));
        assertThat(out.toString().lines()).containsExactly("{\"rows\":2}", "2 rows");
        assertThat(Files.readString(file)).isEqualTo("{\"rows\":2}\n");
    }

    @Test
    void writesLinesOfWordsThatStandUnderEachOther() {
        ReportLines lines = new ReportLines("%-11s %s");
        lines.add("rows", ReportLines.count(1_234_567));
        lines.add("undecodable", "none");
        lines.say("Interrupted. ");
        assertThat(lines.text()).isEqualTo("rows        1,234,567\nundecodable none\nInterrupted.");
    }

    @Test
    void tellsWhatIsAtTheBottomOfAFailure() {
        assertThat(RootCause.messageOf(new IllegalStateException("top", new IOException("bottom"))))
                .isEqualTo("bottom");
    }

    private CommandRun run() {
        CommandLine command = new CommandLine(new Nothing())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return new CommandRun(command, Duration.ofSeconds(1));
    }

    private record Counted(int exitCode) implements CommandReport {
        @Override
        public String text() {
            return "2 rows";
        }

        @Override
        public String json() {
            return "{\"rows\":2}";
        }
    }

    @Command
    private static final class Nothing implements Runnable {
        @Override
        public void run() {}
    }
}
