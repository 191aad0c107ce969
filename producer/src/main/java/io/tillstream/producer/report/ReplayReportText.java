package io.tillstream.producer.report;

import io.tillstream.model.row.FieldError;
import io.tillstream.producer.progress.Reject;
import io.tillstream.producer.progress.Totals;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report as a person reads it. */
public final class ReplayReportText {

    private final StringBuilder text = new StringBuilder();

    private ReplayReportText() {}

    /** The report in a few lines, the last one without an end. */
    public static String of(ReplayReport report) {
        ReplayReportText text = new ReplayReportText();
        ReplayReport.Source source = report.source();
        text.add(source.file() + " (" + source.description() + ") to " + source.service());
        text.addCounts(report);
        text.addTiming(report);
        text.addRejects(report);
        text.addEnding(report);
        return text.text.toString().stripTrailing();
    }

    private void addCounts(ReplayReport report) {
        Totals totals = report.totals();
        add("rows       " + count(report.read()) + " read, " + count(totals.sent()) + " sent, "
                + count(totals.accepted()) + " accepted, " + count(totals.rejected()) + " rejected");
        if (totals.dropped() > 0) {
            add("           " + count(totals.dropped()) + " dropped by the rules of the service");
        }
        if (report.before().rows() > 0) {
            add("           of which " + count(report.before().rows()) + " were answered for before an interruption");
        }
        if (report.undated() > 0) {
            add("           " + count(report.undated())
                    + " not sent: invalid, so that the selection by date cannot tell");
        }
        add("requests   " + count(totals.requests()) + ", sent again " + count(totals.retries()) + " times");
    }

    private void addTiming(ReplayReport report) {
        ReplayReport.Timing timing = report.timing();
        add(String.format(
                Locale.ROOT,
                "speed      %,.0f rows/s, %,.1f requests/s, for %s",
                report.rowsPerSecond(),
                report.requestsPerSecond(),
                Times.coarse(timing.duration())));
        if (timing.exchanges().count() > 0) {
            add("exchange   " + quantiles(timing.exchanges()));
            add("response   " + quantiles(timing.responses()));
            add(
                    timing.rate().isPresent()
                            ? "           (a response counts from when its request should have been sent at this rate)"
                            : "           (a response counts from when its request was first sent, retries included)");
        }
    }

    private void addRejects(ReplayReport report) {
        if (report.totals().rejected() == 0) {
            return;
        }
        add("rejected   "
                + report.totals().faults().entrySet().stream()
                        .map(fault -> fault.getKey() + " " + count(fault.getValue()))
                        .collect(Collectors.joining(", ")));
        for (Reject reject : report.firstRejects()) {
            FieldError fault = reject.faults().getFirst();
            add("           row " + reject.number() + ", line " + reject.line() + ": " + fault.code() + ": "
                    + fault.message());
        }
    }

    private void addEnding(ReplayReport report) {
        String goOn = "The same command again goes on from here.";
        ReplayEnding ending = report.ending();
        switch (ending) {
            case ReplayEnding.Complete complete -> {}
            case ReplayEnding.GaveUp gaveUp -> add(gaveUp.reason() + ". " + goOn);
            case ReplayEnding.Unreadable unreadable -> add(unreadable.reason() + ". The rows before that were sent.");
            case ReplayEnding.Interrupted interrupted -> add("Interrupted. " + goOn);
        }
    }

    private static String quantiles(Quantiles times) {
        return "p50 " + Times.fine(times.p50()) + ", p90 " + Times.fine(times.p90()) + ", p99 "
                + Times.fine(times.p99()) + ", p99.9 " + Times.fine(times.p999()) + ", max " + Times.fine(times.max());
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void add(String line) {
        text.append(line).append('\n');
    }
}
