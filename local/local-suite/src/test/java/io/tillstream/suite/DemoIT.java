package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
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
                "--consumers-port=0",
                "--dynamodb-local=" + Suites.DYNAMODB_LOCAL);
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
    void saysInOneLineWhatToDoWithoutDynamoDbLocal() {
        int exit = command.execute(
                "up",
                "--ephemeral",
                "--ingest-port=0",
                "--query-port=0",
                "--consumers-port=0",
                "--dynamodb-local=nowhere");
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("tillstream: DynamoDB Local's jars are not in nowhere: build the project, or say where they"
                        + " are with --dynamodb-local");
    }
}
