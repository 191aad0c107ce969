package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.LoadState;
import io.tillstream.loader.ledger.LoadTarget;
import io.tillstream.loader.ledger.Loaded;
import io.tillstream.loader.parts.FileStatistics;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a file. Its components are what {@code --report} writes.
 *
 * @param message why it did not come to its end
 * @param load the load's id
 * @param sameAs the load that had brought the same lines before
 * @param done what the file has reached, in this run and before
 * @param warehouse what the warehouse said of it
 * @param refused lines that the look-ups will never take
 * @param seconds how long each step took, over all attempts
 * @param totalSeconds how long this run took for it
 * @param rowsPerSecond rows of the file in each of these seconds
 */
record FileReport(
        String file,
        FileOutcome outcome,
        @Nullable String message,
        @Nullable String load,
        @Nullable String sameAs,
        Set<LoadTarget> done,
        @Nullable FileStatistics figures,
        @Nullable Loaded warehouse,
        long refused,
        Map<String, Double> seconds,
        double totalSeconds,
        double rowsPerSecond) {

    static FileReport of(String file, String load, FileOutcome outcome, LoadState state) {
        return new FileReport(
                file,
                outcome,
                null,
                load,
                state.sameAs(),
                state.done(),
                state.figures(),
                state.warehouse(),
                state.refused(),
                state.seconds(),
                0,
                0);
    }

    /** The report of a file of which nothing more is known. */
    static FileReport without(String file, FileOutcome outcome, String message) {
        return new FileReport(file, outcome, message, null, null, Set.of(), null, null, 0, Map.of(), 0, 0);
    }

    static FileReport stopped(String file, String load, FileStatistics soFar, String message) {
        return new FileReport(
                file, FileOutcome.TOO_MANY_REJECTED, message, load, null, Set.of(), soFar, null, 0, Map.of(), 0, 0);
    }

    FileReport took(double time) {
        double rate = figures == null ? 0 : figures.rows() / Math.max(1e-3, time);
        return new FileReport(
                file, outcome, message, load, sameAs, done, figures, warehouse, refused, seconds, time, rate);
    }
}
