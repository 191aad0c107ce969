package io.tillstream.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.dashboards.ObservabilityFiles.Alert;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AlertsTests {

    private final List<Alert> alerts = ObservabilityFiles.alerts();

    @Test
    void tellWhomToWakeAndWhatTheMatterIs() {
        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.labels().get("severity")).isIn("page", "ticket");
            assertThat(alert.annotations().get("summary")).isNotBlank();
        });
    }

    @Test
    void haveASectionOfTheRunbookEach() {
        String runbook = ObservabilityFiles.runbook();
        assertThat(alerts).allSatisfy(alert -> {
            assertThat(alert.annotations())
                    .containsEntry(
                            "runbook", "docs/operate/runbook.md#" + alert.name().toLowerCase(Locale.ROOT));
            assertThat(runbook).containsOnlyOnce("\n### " + alert.name() + "\n");
        });
        assertThat(runbook.lines().filter(line -> line.startsWith("### "))).hasSameSizeAs(alerts);
    }

    @Test
    void haveATestEach() {
        String tests = ObservabilityFiles.alertTests();
        assertThat(alerts).allSatisfy(alert -> assertThat(tests).contains("  - name: " + alert.name() + "\n"));
    }
}
