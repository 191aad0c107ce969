package io.tillstream.consumers.reprocess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what becomes of dead letters. */
final class RejectedTally {

    private final Map<String, Long> stored = new TreeMap<>();
    private final Map<String, Map<String, Long>> kept = new TreeMap<>();
    private final List<String> foreign = new ArrayList<>();
    private long letters;
    private long published;
    private long settledBefore;

    synchronized void read() {
        letters++;
    }

    synchronized void foreign(String key) {
        foreign.add(key);
    }

    synchronized void published(long rows) {
        published += rows;
    }

    synchronized void settledBefore(long more) {
        settledBefore += more;
    }

    synchronized void stored(String sink, long rows) {
        stored.merge(sink, rows, Long::sum);
    }

    synchronized void kept(String sink, String reason) {
        kept.computeIfAbsent(sink, none -> new TreeMap<>()).merge(reason, 1L, Long::sum);
    }

    synchronized RejectedReport report(boolean dryRun, RunEnding ending, Duration elapsed) {
        return new RejectedReport(
                dryRun,
                ending,
                letters,
                published,
                settledBefore,
                Map.copyOf(stored),
                Map.copyOf(kept),
                List.copyOf(foreign),
                elapsed.toMillis());
    }

    synchronized String progress() {
        return String.format(Locale.ROOT, "%,d letters  %,d rows published", letters, published);
    }
}
