package io.tillstream.producer.report;

import java.io.StringWriter;
import java.time.Duration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The report as a program reads it: one JSON object; times in milliseconds. */
final class ReportJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ReportJson() {}

    static String of(ReplayReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            writeSource(json, report);
            writeCounts(json, report);
            writeTiming(json, report);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void writeSource(JsonGenerator json, ReplayReport report) {
        json.writeStringProperty("file", report.source().file().toString());
        json.writeStringProperty("format", report.source().description());
        json.writeStringProperty("service", report.source().service().toString());
        ReplayEnding ending = report.ending();
        json.writeStringProperty(
                "ending",
                switch (ending) {
                    case ReplayEnding.Complete complete -> "complete";
                    case ReplayEnding.GaveUp gaveUp -> "gave_up";
                    case ReplayEnding.Unreadable unreadable -> "unreadable";
                    case ReplayEnding.Interrupted interrupted -> "interrupted";
                });
        if (ending instanceof ReplayEnding.GaveUp gaveUp) {
            json.writeStringProperty("reason", gaveUp.reason());
        } else if (ending instanceof ReplayEnding.Unreadable unreadable) {
            json.writeStringProperty("reason", unreadable.reason());
        }
    }

    private static void writeCounts(JsonGenerator json, ReplayReport report) {
        json.writeNumberProperty("read", report.read());
        json.writeNumberProperty("sent", report.totals().sent());
        json.writeNumberProperty("accepted", report.totals().accepted());
        json.writeNumberProperty("rejected", report.totals().rejected());
        json.writeNumberProperty("dropped", report.totals().dropped());
        json.writeNumberProperty("undated", report.undated());
        json.writeNumberProperty("requests", report.totals().requests());
        json.writeNumberProperty("retries", report.totals().retries());
        json.writeNumberProperty("rowsBefore", report.before().rows());
        json.writeObjectPropertyStart("faults");
        report.totals().faults().forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    private static void writeTiming(JsonGenerator json, ReplayReport report) {
        json.writeNumberProperty("millis", report.timing().duration().toMillis());
        json.writeNumberProperty("rowsPerSecond", report.rowsPerSecond());
        json.writeNumberProperty("requestsPerSecond", report.requestsPerSecond());
        report.timing().rate().ifPresent(rate -> json.writeNumberProperty("rate", rate));
        write(json, "exchange", report.timing().exchanges());
        write(json, "response", report.timing().responses());
    }

    private static void write(JsonGenerator json, String name, Quantiles times) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("count", times.count());
        json.writeNumberProperty("p50", millis(times.p50()));
        json.writeNumberProperty("p90", millis(times.p90()));
        json.writeNumberProperty("p99", millis(times.p99()));
        json.writeNumberProperty("p99.9", millis(times.p999()));
        json.writeNumberProperty("max", millis(times.max()));
        json.writeEndObject();
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
