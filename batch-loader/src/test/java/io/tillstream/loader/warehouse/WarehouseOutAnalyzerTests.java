package io.tillstream.loader.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.loader.LoaderApplication;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WarehouseOutAnalyzerTests {

    private final WarehouseOutAnalyzer analyzer = new WarehouseOutAnalyzer();

    @ParameterizedTest
    @CsvSource({
        "28P01,tillstream.warehouse.password",
        "28000,tillstream.warehouse.username",
        "08001,tillstream.warehouse.url",
        "3D000,name of the database"
    })
    void saysWhatToCheck(String state, String what) {
        FailureAnalysis said =
                analyzer.analyze(new IllegalStateException(new SQLException("FATAL: refused\n  for good", state)));

        assertThat(said).isNotNull();
        assertThat(said.getDescription()).isEqualTo("No connection to the warehouse: FATAL: refused for good");
        assertThat(said.getAction()).contains(what);
    }

    @Test
    void leavesOtherFailuresOfTheDatabaseAlone() {
        assertThat(analyzer.analyze(new SQLException("syntax error", "42601"))).isNull();
    }

    @Test
    void takesThePlaceOfAStackTraceWhenTheServiceStarts(CapturedOutput output) throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }

        assertThatThrownBy(() -> LoaderApplication.builder()
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--tillstream.access.mode=open",
                        "--tillstream.warehouse.username=nobody",
                        "--tillstream.warehouse.password=wrong",
                        "--spring.cloud.aws.region.static=eu-west-1",
                        "--spring.cloud.aws.endpoint=http://127.0.0.1:1",
                        "--tillstream.loader.warehouse.every=5s",
                        "--tillstream.warehouse.url=jdbc:postgresql://127.0.0.1:" + nobody + "/warehouse"));

        assertThat(output)
                .contains("No connection to the warehouse: ", "Check tillstream.warehouse.url")
                .doesNotContain("\tat ");
    }
}
