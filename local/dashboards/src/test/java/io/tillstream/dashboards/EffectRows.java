package io.tillstream.dashboards;

import static io.tillstream.dashboards.Panel.lines;
import static io.tillstream.dashboards.Query.increase;
import static io.tillstream.dashboards.Query.metrics;
import static io.tillstream.dashboards.Query.rate;
import static io.tillstream.dashboards.Query.rateOfAll;

import io.tillstream.dashboards.Dashboard.Row;

/** From the stream into the stores, and out again. */
final class EffectRows {

    private static final String ROWS = "rowsps";
    private static final String REQUESTS = "reqps";
    private static final String SECONDS = "s";
    private static final String BYTES_A_SECOND = "Bps";
    private static final String CALLS = "ops";

    private EffectRows() {}

    static Row consumers() {
        return Row.of(
                "Consumers",
                lines(
                        "Behind the tip",
                        SECONDS,
                        metrics("max by (sink, shard) (tillstream_consumer_behind_seconds)", "{{sink}} {{shard}}")),
                lines(
                        "From the stream into the store, p99",
                        SECONDS,
                        metrics(
                                "histogram_quantile(0.99, sum by (sink, le)"
                                        + " (rate(tillstream_consumer_effect_latency_seconds_bucket[$__rate_interval])))",
                                "{{sink}}")),
                lines("Rows out", ROWS, rate("sink", "tillstream_consumer_stored_lines_total")),
                lines(
                        "Age of the checkpoint",
                        SECONDS,
                        metrics(
                                "max by (sink, shard) (tillstream_consumer_checkpoint_age_seconds)",
                                "{{sink}} {{shard}}")),
                lines("Dead letters", "short", increase("tillstream_consumer_poison_total", "sink", "stage")),
                lines("Leases", "short", increase("tillstream_consumer_leases_total", "sink", "change")),
                lines("Attempts that failed", CALLS, rate("sink", "tillstream_consumer_failures_total")),
                lines("Stalled shards", "short", metrics("sum by (sink) (tillstream_consumer_stalled)", "{{sink}}")),
                lines("Checkpoints that failed", CALLS, rate("sink", "tillstream_consumer_checkpoint_failures_total")));
    }

    static Row stores() {
        return Row.of(
                "Stores",
                lines("Lake: objects", CALLS, rateOfAll("tillstream_consumer_lake_objects_total", "objects")),
                lines("Lake: bytes", BYTES_A_SECOND, rateOfAll("tillstream_consumer_lake_bytes_total", "bytes")),
                lines("Lake: duplicates left out", ROWS, rate("sink", "tillstream_consumer_duplicates_total")),
                lines("DynamoDB: calls", CALLS, rate("call", "tillstream_consumer_invoices_calls_total")),
                lines(
                        "DynamoDB: calls that may be under way",
                        "short",
                        metrics("sum by (instance) (tillstream_consumer_invoices_concurrency)", "{{instance}}")),
                lines(
                        "DynamoDB: throttled calls, lines handed back",
                        CALLS,
                        rateOfAll("tillstream_consumer_invoices_throttled_total", "throttled calls"),
                        rateOfAll("tillstream_consumer_invoices_unprocessed_total", "lines handed back")),
                lines("Firehose: records", CALLS, rate("outcome", "tillstream_consumer_firehose_records_total")));
    }

    static Row warehouse() {
        return Row.of(
                "Warehouse",
                lines(
                        "Oldest object that waits, and last run",
                        SECONDS,
                        metrics("max(tillstream_warehouse_lag_seconds)", "oldest object"),
                        metrics("max(min by (feed) (tillstream_warehouse_done_age_seconds))", "since the last run")),
                lines("Rows loaded", ROWS, rate("outcome", "tillstream_warehouse_rows_total")),
                lines(
                        "Runs, and objects that could not be read",
                        "short",
                        increase("tillstream_warehouse_runs_total", "outcome"),
                        metrics(
                                "sum(increase(tillstream_warehouse_failures_total[$__rate_interval]))",
                                "unreadable objects")));
    }

    static Row queries() {
        return Row.of(
                "Look-ups",
                lines(
                        "Look-ups by answer",
                        REQUESTS,
                        rate("outcome", "http_server_requests_seconds_count{job=\"query-service\"}")),
                lines(
                        "Time to answer, p99",
                        SECONDS,
                        metrics(
                                "histogram_quantile(0.99, sum by (uri, le) (rate("
                                        + "http_server_requests_seconds_bucket{job=\"query-service\","
                                        + "uri!~\"/actuator.*\"}[$__rate_interval])))",
                                "{{uri}}")));
    }
}
