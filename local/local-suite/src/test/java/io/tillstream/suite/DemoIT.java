package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            Tillstream.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void sendsADayOfTradeAndLooksItUp() {
        int exit = command.execute(
                "demo",
                "--exit",
                "--ephemeral",
                "--cloud-port=0",
                "--warehouse-port=0",
                "--ingest-port=0",
                "--query-port=0",
                "--consumers-port=0");
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("Tillstream is up")
                .contains("rows in")
                .contains("/invoices/")
                .contains("\"netSpend\"")
                .contains("Stopped.");
    }

    @Test
    void saysInOneLineWhichPortIsTakenAndHowToChooseAnother() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exit = command.execute("up", "--ephemeral", "--ingest-port=" + taken.getLocalPort());
            assertThat(exit).isEqualTo(1);
            assertThat(err.toString().strip())
                    .isEqualTo("tillstream: port " + taken.getLocalPort()
                            + ", for the ingest API, is taken: stop what listens there, or choose another with"
                            + " --ingest-port or TILLSTREAM_INGEST_PORT");
        }
    }

    @Test
    void saysInOneLineWhatToDoWithTablesOfAnEarlierVersion(@TempDir Path data) throws Exception {
        Path tables = Files.createDirectories(data.resolve("dynamodb"));
        Files.writeString(tables.resolve("shared-local-instance.db"), "SQLite format 3\0 and pages");

        int exit = command.execute(
                "up",
                "--data=" + data,
                "--cloud-port=0",
                "--warehouse-port=0",
                "--ingest-port=0",
                "--query-port=0",
                "--consumers-port=0",
                "--loader-port=0");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("tillstream: the tables in %s are of an earlier version, which this one cannot read; the"
                                .formatted(tables)
                        + " look-ups are filled again from the lake: mv %s %s-before, start, then ./tillstream"
                                .formatted(tables, tables)
                        + " reprocess raw --all --targets invoices");
    }
}
