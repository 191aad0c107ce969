package io.tillstream.dashboards;

import static io.tillstream.dashboards.Panel.figure;
import static io.tillstream.dashboards.Panel.table;
import static io.tillstream.dashboards.Query.metrics;

import io.tillstream.dashboards.Dashboard.Row;
import java.util.List;

/** Whether rows flow, how fast, and where they wait. */
final class PipelineDashboard {

    private static final String SECONDS = "s";

    private PipelineDashboard() {}

    static Dashboard make() {
        return new Dashboard(
                "tillstream-pipeline",
                "Tillstream: pipeline",
                "Do rows flow, how fast, where do they wait, and what fails?",
                "now-1h",
                List.of(),
                List.of(
                        overview(),
                        IntakeRows.requests(),
                        IntakeRows.stream(),
                        IntakeRows.spill(),
                        EffectRows.consumers(),
                        EffectRows.stores(),
                        EffectRows.warehouse(),
                        EffectRows.queries()));
    }

    private static Row overview() {
        return Row.of(
                "At a glance",
                table("Alerts that fire", metrics("ALERTS{alertstate=\"firing\"}", "")),
                figure("Services that answer", "short", metrics("sum by (job) (up)", "{{job}}")),
                figure(
                        "Behind the tip of the stream",
                        SECONDS,
                        metrics("max by (sink) (tillstream_consumer_behind_max_seconds)", "{{sink}}"),
                        metrics("max(tillstream_warehouse_lag_seconds)", "load")));
    }
}
