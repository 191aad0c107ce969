package io.tillstream.consumers.reprocess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what becomes of rows, for several threads. */
final class ReprocessTally {

    /** As many damages are told with their place. */
    private static final int EXAMPLES = 100;

    private final Map<String, Long> stored = new TreeMap<>();
    private final Map<String, Map<String, Long>> refused = new TreeMap<>();
    private final List<Damage> undecodable = new ArrayList<>();
    private final List<Damage> unreadable = new ArrayList<>();
    private ObjectCounts objects = new ObjectCounts(0, 0, 0);
    private long bytesFound;
    private long rows;
    private long undecodableRows;
    private long published;
    private long givenBefore;

    /** Objects read to their end, of those that were to be. */
    record ObjectCounts(long read, long found, long bytes) {}

    /** A line that is none, or where an object could be read no further. */
    record Damage(String object, long line, String reason) {

        String place() {
            return object + " line " + line;
        }
    }

    synchronized void found(long bytes) {
        objects = new ObjectCounts(objects.read(), objects.found() + 1, objects.bytes());
        bytesFound += bytes;
    }

    synchronized void done(long bytes) {
        objects = new ObjectCounts(objects.read() + 1, objects.found(), objects.bytes() + bytes);
    }

    synchronized void read(long more) {
        rows += more;
    }

    synchronized void undecodable(Damage damage) {
        undecodableRows++;
        if (undecodable.size() < EXAMPLES) {
            undecodable.add(damage);
        }
    }

    synchronized void unreadable(Damage damage) {
        unreadable.add(damage);
    }

    synchronized void published(long more) {
        published += more;
    }

    synchronized void givenBefore(long more) {
        givenBefore += more;
    }

    synchronized void stored(String sink, long more) {
        stored.merge(sink, more, Long::sum);
    }

    synchronized void refused(String sink, Collection<String> reasons) {
        reasons.forEach(
                reason -> refused.computeIfAbsent(sink, none -> new TreeMap<>()).merge(reason, 1L, Long::sum));
    }

    synchronized RawReport report(RawSource.Plan plan, RunEnding ending, String after, Duration elapsed) {
        Map<String, RawReport.Effect> effects = new TreeMap<>();
        plan.targets()
                .forEach(target -> effects.put(
                        target.toUpperCase(Locale.ROOT),
                        new RawReport.Effect(stored.getOrDefault(target, 0L), refused.getOrDefault(target, Map.of()))));
        RawReport.Rows all =
                new RawReport.Rows(rows, undecodableRows, List.copyOf(undecodable), List.copyOf(unreadable));
        return new RawReport(plan.dryRun(), ending, objects, all, effects, after, elapsed.toMillis());
    }

    synchronized RejectedReport report(LetterSource.Plan plan, RunEnding ending, Duration elapsed) {
        List<String> foreign = unreadable.stream().map(Damage::object).toList();
        return new RejectedReport(
                plan.dryRun(),
                ending,
                rows,
                published,
                givenBefore,
                new TreeMap<>(stored),
                new TreeMap<>(refused),
                foreign,
                elapsed.toMillis());
    }

    synchronized String progressOfLetters() {
        return String.format(Locale.ROOT, "%,d letters  %,d rows published", rows, published);
    }

    /** The time left is reckoned by bytes, of which alone it is known how many there are. */
    synchronized String progressOfObjects(Duration elapsed) {
        if (rows == 0) {
            return String.format(Locale.ROOT, "%,d objects found", objects.found());
        }
        double seconds = Math.max(1e-3, elapsed.toNanos() / 1e9);
        String soFar = String.format(
                Locale.ROOT,
                "%,d of %,d objects  %,d rows  %,.0f rows/s",
                objects.read(),
                objects.found(),
                rows,
                rows / seconds);
        long bytes = objects.bytes();
        return bytes == 0
                ? soFar
                : soFar + String.format(Locale.ROOT, "  %,.0f s left", seconds * (bytesFound - bytes) / bytes);
    }
}
