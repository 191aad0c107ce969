package io.tillstream.dashboards;

import static io.tillstream.dashboards.Panel.lines;
import static io.tillstream.dashboards.Query.mean;
import static io.tillstream.dashboards.Query.metrics;
import static io.tillstream.dashboards.Query.quantile;
import static io.tillstream.dashboards.Query.rate;
import static io.tillstream.dashboards.Query.rateOfAll;

import io.tillstream.dashboards.Dashboard.Row;

/** From the request into the stream. */
final class IntakeRows {

    private static final String ROWS = "rowsps";
    private static final String REQUESTS = "reqps";
    private static final String SECONDS = "s";
    private static final String BYTES = "bytes";
    private static final String BYTES_A_SECOND = "Bps";
    private static final String CALLS = "ops";

    private IntakeRows() {}

    static Row requests() {
        return Row.of(
                "Requests",
                lines("Rows in", ROWS, rate("outcome", "tillstream_ingest_rows_total")),
                lines("Requests by answer", REQUESTS, rate("status", "tillstream_ingest_requests_total")),
                lines(
                        "Time to answer",
                        SECONDS,
                        quantile("0.50", "http_server_requests_seconds_bucket{uri=\"/transactions\"}"),
                        quantile("0.99", "http_server_requests_seconds_bucket{uri=\"/transactions\"}")),
                lines(
                        "Bytes under way",
                        BYTES,
                        metrics("sum(tillstream_ingest_in_flight_bytes)", "in flight"),
                        metrics("sum(tillstream_ingest_publish_queued_bytes)", "waiting for a shard")),
                lines(
                        "Turned away",
                        REQUESTS,
                        rate("reason", "tillstream_ingest_refused_total"),
                        rateOfAll("tillstream_ingest_publish_shed_total", "shed"),
                        rate("reason", "tillstream_access_refused_total")),
                lines("Bytes in", BYTES_A_SECOND, rate("stage", "tillstream_ingest_body_bytes_total")));
    }

    static Row stream() {
        return Row.of(
                "Into the stream",
                lines(
                        "Until the stream has the rows",
                        SECONDS,
                        quantile("0.50", "tillstream_ingest_publish_seconds_bucket"),
                        quantile("0.99", "tillstream_ingest_publish_seconds_bucket")),
                lines(
                        "PutRecords: time of a call",
                        SECONDS,
                        quantile("0.50", "tillstream_ingest_publish_call_seconds_bucket{outcome=\"answered\"}"),
                        quantile("0.99", "tillstream_ingest_publish_call_seconds_bucket{outcome=\"answered\"}")),
                lines("PutRecords: calls", CALLS, rate("outcome", "tillstream_ingest_publish_call_seconds_count")),
                lines(
                        "Sent again, and throttled",
                        CALLS,
                        rateOfAll("tillstream_ingest_publish_retries_total", "retries"),
                        rate("shard", "tillstream_ingest_publish_throttled_total")),
                lines("Rows of a record", "short", mean("tillstream_ingest_publish_aggregate_rows")),
                lines("Bytes of a record", BYTES, mean("tillstream_ingest_publish_aggregate_bytes")),
                lines("A row's wait for its departure", SECONDS, mean("tillstream_ingest_publish_queue_seconds")),
                lines(
                        "Shards",
                        "short",
                        metrics("max by (feed) (tillstream_ingest_publish_shards)", "open, {{feed}}"),
                        metrics("sum by (sink) (tillstream_consumer_shards)", "read by {{sink}}")),
                lines("Looks at the shards", CALLS, rate("outcome", "tillstream_ingest_publish_refreshes_total")));
    }

    static Row spill() {
        return Row.of(
                "Surge buffer (where it is on)",
                lines("Rows that wait", "short", metrics("sum(tillstream_ingest_spill_waiting_rows)", "rows")),
                lines("Age of the oldest", SECONDS, metrics("max(tillstream_ingest_spill_waiting_age_seconds)", "age")),
                lines(
                        "Rows in and out",
                        ROWS,
                        rateOfAll("tillstream_ingest_spill_rows_total", "spilled"),
                        rateOfAll("tillstream_ingest_spill_drained_total", "drained")));
    }
}
