package io.tillstream.producer.report;

import io.tillstream.commandline.CommandReport;
import io.tillstream.commandline.ExitCodes;
import io.tillstream.producer.progress.Reject;
import io.tillstream.producer.progress.Totals;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The result of a replay.
 *
 * @param read rows read from the file, selected or not
 * @param undated invalid rows of which it cannot be said whether a selection by date holds them; they are not sent
 * @param totals of this run and of those before it that it went on from
 * @param before of the runs before it
 */
public record ReplayReport(
        Source source,
        ReplayEnding ending,
        long read,
        long undated,
        Totals totals,
        Totals before,
        List<Reject> firstRejects,
        Timing timing)
        implements CommandReport {

    /** What was replayed, and where to. */
    public record Source(Path file, String description, URI service) {}

    /** How long this run took. */
    public record Timing(Duration duration, OptionalDouble rate, Quantiles exchanges, Quantiles responses) {

        public static Timing of(Duration duration, OptionalDouble rate, Latencies latencies) {
            return new Timing(duration, rate, latencies.exchanges(), latencies.responses());
        }
    }

    /** The exit code of the program: 0 all accepted, 1 unreadable, 2 some not accepted, 3 not finished. */
    @Override
    public int exitCode() {
        return switch (ending) {
            case ReplayEnding.Complete complete ->
                totals.rejected() + undated > 0 ? ExitCodes.REJECTED : ExitCodes.DONE;
            case ReplayEnding.Unreadable unreadable -> ExitCodes.UNREADABLE;
            case ReplayEnding.GaveUp gaveUp -> ExitCodes.NOT_FINISHED;
            case ReplayEnding.Interrupted interrupted -> ExitCodes.NOT_FINISHED;
        };
    }

    @Override
    public String text() {
        return ReplayReportText.of(this);
    }

    @Override
    public String json() {
        return ReportJson.of(this);
    }

    /** Rows of this run that were answered for, in a second. */
    double rowsPerSecond() {
        return perSecond(totals.rows() - before.rows());
    }

    /** Requests of this run that were answered, in a second. */
    double requestsPerSecond() {
        return perSecond(totals.requests() - before.requests());
    }

    private double perSecond(long count) {
        return count * 1e9 / Math.max(1, timing.duration().toNanos());
    }
}
