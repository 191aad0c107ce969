package io.tillstream.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardsTests {

    @Test
    void theFilesAreWhatDashboardProgramWrites() {
        assertThat(Dashboard.all())
                .allSatisfy(dashboard ->
                        assertThat(ObservabilityFiles.dashboard(dashboard)).hasContent(DashboardJson.of(dashboard)));
    }

    @Test
    void noTwoPanelsOfADashboardHaveTheSameTitleOrNoQuery() {
        assertThat(Dashboard.all()).allSatisfy(dashboard -> {
            List<Panel> panels = dashboard.rows().stream()
                    .flatMap(row -> row.panels().stream())
                    .toList();
            assertThat(panels).extracting(Panel::title).doesNotHaveDuplicates();
            assertThat(panels).extracting(Panel::queries).noneMatch(List::isEmpty);
        });
    }
}
