package io.tillstream.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.LocalCloud;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BootstrapCommandIT {

    @TempDir
    private Path folder;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void createsWhatIsMissingHoweverOftenItRuns() throws IOException {
        try (LocalCloud cloud = LocalCloud.builder().port(0).start();
                CloudClients clients = CloudClients.of(cloud.endpoint())) {
            assertThat(runAt(cloud.endpoint().toString())).isZero();
            String key = shownKey();
            assertThat(runAt(cloud.endpoint().toString())).isZero();

            assertThat(clients.kinesis().listStreams().streamNames()).containsExactly("events", "transactions");
            assertThat(clients.dynamoDb().listTables().tableNames()).contains("Invoices", "Customers");
            assertThat(clients.s3().listBuckets().buckets())
                    .singleElement()
                    .satisfies(bucket -> assertThat(bucket.name()).isEqualTo("tillstream-lake"));
            assertThat(clients.firehose().listDeliveryStreams(request -> {}).deliveryStreamNames())
                    .containsExactly("events", "transactions");
            assertThat(shownKey()).isEqualTo(key).startsWith("tsk_developer_");
            assertThat(Files.readString(folder.resolve("keys.yml")))
                    .contains("developer")
                    .doesNotContain(key);
        }
    }

    @Test
    void saysWhyItGaveUp() {
        assertThat(runAt("http://127.0.0.1:1")).isEqualTo(1);

        assertThat(errors.toString()).startsWith("bootstrap: ").contains("127.0.0.1:1");
    }

    @Test
    void refusesToRunWithoutAnEndpoint() {
        assertThat(command().execute("--wait", "0")).isEqualTo(2);

        assertThat(errors.toString()).contains("--endpoint");
    }

    @Test
    void saysWhenThereIsNoKeyToShow() {
        assertThat(command().execute("--endpoint=any", "--developer=" + folder.resolve("key"), "--show-key"))
                .isEqualTo(1);

        assertThat(errors.toString()).contains("no key yet");
    }

    private String shownKey() {
        output.getBuffer().setLength(0);
        assertThat(command().execute("--endpoint=any", "--developer=" + folder.resolve("key"), "--show-key"))
                .isZero();
        return output.toString().strip();
    }

    private int runAt(String endpoint) {
        return command()
                .execute(
                        "--endpoint=" + endpoint,
                        "--wait=0",
                        "--keys=" + folder.resolve("keys.yml"),
                        "--developer=" + folder.resolve("key"));
    }

    private CommandLine command() {
        return BootstrapCommand.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(errors));
    }
}
