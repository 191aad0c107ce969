package io.tillstream.dashboards;

import java.io.IOException;
import java.nio.file.Files;

/** Writes the dashboards into {@code deploy/observability}; to be run in the folder of this module. */
final class DashboardProgram {

    private DashboardProgram() {}

    public static void main(String[] args) throws IOException {
        for (Dashboard dashboard : Dashboard.all()) {
            Files.writeString(ObservabilityFiles.dashboard(dashboard), DashboardJson.of(dashboard));
        }
    }
}
