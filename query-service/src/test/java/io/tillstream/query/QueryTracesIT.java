package io.tillstream.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.tillstream.model.SampleLines;
import io.tillstream.tracing.TraceReceiver;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Isolated("Reads all that is logged.")
class QueryTracesIT {

    @Test
    void tellTheWayOfALookUpAndNotWhom(CapturedOutput output) throws Exception {
        try (TraceReceiver receiver = TraceReceiver.start();
                QueryServer server = QueryServer.start(
                        "--spring.profiles.active=json-logs",
                        "--management.opentelemetry.tracing.export.otlp.endpoint=" + receiver.endpoint(),
                        "--management.opentelemetry.tracing.export.schedule-delay=20ms",
                        "--management.tracing.sampling.probability=1")) {
            server.store().add(List.of(SampleLines.line("536365", "85123A", "1", "ada4711", 6, "2.55")));
            assertThat(server.get("/customers/ada4711")).isEqualTo(200);
            assertThat(server.get("/customers/ada4711-unknown")).isEqualTo(404);
            assertThat(server.get("/invoices/ada4711?stockCode=ada4711")).isEqualTo(404);
            await().atMost(ONE_MINUTE)
                    .until(() -> receiver.received().contains("http get /customers/{id}")
                            && receiver.received().contains("http get /invoices/{no}"));
            assertThat(receiver.received()).contains("query-service").doesNotContain("ada4711");
        }
        assertThat(output).doesNotContain("ada4711").contains("\"service\":{\"name\":\"query-service\"");
    }
}
