package io.tillstream.producer.report;

import static io.tillstream.commandline.ReportLines.count;

import io.tillstream.commandline.ReportLines;
import io.tillstream.model.row.FieldError;
import io.tillstream.producer.progress.Reject;
import io.tillstream.producer.progress.Totals;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report as a person reads it. */
final class ReplayReportText {

    private final ReportLines lines = new ReportLines("%-10s %s");

    private ReplayReportText() {}

    /** The report in a few lines, the last one without an end. */
    static String of(ReplayReport report) {
        ReplayReportText text = new ReplayReportText();
        ReplayReport.Source source = report.source();
        text.lines.say(source.file() + " (" + source.description() + ") to " + source.service());
        text.addCounts(report);
        text.addTiming(report);
        text.addRejects(report);
        text.addEnding(report);
        return text.lines.text();
    }

    private void addCounts(ReplayReport report) {
        Totals totals = report.totals();
        lines.add(
                "rows",
                count(report.read()) + " read, " + count(totals.sent()) + " sent, " + count(totals.accepted())
                        + " accepted, " + count(totals.rejected()) + " rejected");
        if (totals.dropped() > 0) {
            lines.add("", count(totals.dropped()) + " dropped by the rules of the service");
        }
        if (report.before().rows() > 0) {
            lines.add("", "of which " + count(report.before().rows()) + " were sent before an interruption");
        }
        if (report.undated() > 0) {
            lines.add("", count(report.undated()) + " not sent: invalid, so that they cannot be selected by date");
        }
        lines.add("requests", count(totals.requests()) + ", sent again " + count(totals.retries()) + " times");
    }

    private void addTiming(ReplayReport report) {
        ReplayReport.Timing timing = report.timing();
        lines.add(
                "speed",
                String.format(
                        Locale.ROOT,
                        "%,.0f rows/s, %,.1f requests/s, for %s",
                        report.rowsPerSecond(),
                        report.requestsPerSecond(),
                        Times.coarse(timing.duration())));
        if (timing.exchanges().count() > 0) {
            lines.add("exchange", quantiles(timing.exchanges()));
            lines.add("response", quantiles(timing.responses()));
            lines.add(
                    "",
                    timing.rate().isPresent()
                            ? "(a response counts from when its request should have been sent at this rate)"
                            : "(a response counts from when its request was first sent, retries included)");
        }
    }

    private void addRejects(ReplayReport report) {
        if (report.totals().rejected() == 0) {
            return;
        }
        lines.add(
                "rejected",
                report.totals().faults().entrySet().stream()
                        .map(fault -> fault.getKey() + " " + count(fault.getValue()))
                        .collect(Collectors.joining(", ")));
        for (Reject reject : report.firstRejects()) {
            FieldError fault = reject.faults().getFirst();
            lines.add(
                    "",
                    "row " + reject.number() + ", line " + reject.line() + ": " + fault.code() + ": "
                            + fault.message());
        }
    }

    private void addEnding(ReplayReport report) {
        String goOn = "Run the same command again to continue from here.";
        ReplayEnding ending = report.ending();
        switch (ending) {
            case ReplayEnding.Complete complete -> {}
            case ReplayEnding.GaveUp gaveUp -> lines.say(gaveUp.reason() + ". " + goOn);
            case ReplayEnding.Unreadable unreadable ->
                lines.say(unreadable.reason() + ". The rows before that were sent.");
            case ReplayEnding.Interrupted interrupted -> lines.say("Interrupted. " + goOn);
        }
    }

    private static String quantiles(Quantiles times) {
        return "p50 " + Times.fine(times.p50()) + ", p90 " + Times.fine(times.p90()) + ", p99 "
                + Times.fine(times.p99()) + ", p99.9 " + Times.fine(times.p999()) + ", max " + Times.fine(times.max());
    }
}
