package io.tillstream.consumers.reprocess;

import io.tillstream.model.layout.SinkName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what becomes of raw lines, for several threads. */
final class RawTally {

    /** As many are told with their place. */
    private static final int EXAMPLES = 100;

    private final List<RawReport.Damage> undecodable = new ArrayList<>();
    private final List<RawReport.Damage> unreadable = new ArrayList<>();
    private final Map<SinkName, Long> stored = new EnumMap<>(SinkName.class);
    private final Map<SinkName, Map<String, Long>> refused = new EnumMap<>(SinkName.class);
    private long objectsFound;
    private long bytesFound;
    private long objects;
    private long bytes;
    private long rows;
    private long undecodableRows;

    synchronized void found(RawObject object) {
        objectsFound++;
        bytesFound += object.bytes();
    }

    synchronized void done(RawObject object) {
        objects++;
        bytes += object.bytes();
    }

    synchronized void read(long lines) {
        rows += lines;
    }

    synchronized void undecodable(RawObject object, long line, String reason) {
        undecodableRows++;
        if (undecodable.size() < EXAMPLES) {
            undecodable.add(new RawReport.Damage(object.key(), line, reason));
        }
    }

    synchronized void unreadable(RawObject object, long line, String reason) {
        unreadable.add(new RawReport.Damage(object.key(), line, reason));
    }

    synchronized void stored(SinkName target, long lines, List<String> refusals) {
        stored.merge(target, lines - refusals.size(), Long::sum);
        refusals.forEach(reason ->
                refused.computeIfAbsent(target, none -> new TreeMap<>()).merge(reason, 1L, Long::sum));
    }

    synchronized RawReport.Objects objects() {
        return new RawReport.Objects(objects, objectsFound, bytes);
    }

    synchronized RawReport.Rows rows() {
        return new RawReport.Rows(rows, undecodableRows, List.copyOf(undecodable), List.copyOf(unreadable));
    }

    synchronized RawReport.Effect effect(SinkName target) {
        return new RawReport.Effect(stored.getOrDefault(target, 0L), refused.getOrDefault(target, Map.of()));
    }

    /** The time left is reckoned by bytes, of which alone it is known how many there are. */
    synchronized String progress(Duration elapsed) {
        if (rows == 0) {
            return String.format(Locale.ROOT, "%,d objects found", objectsFound);
        }
        double seconds = Math.max(1e-3, elapsed.toNanos() / 1e9);
        String left =
                bytes == 0 ? "" : String.format(Locale.ROOT, "  %,.0f s left", seconds * (bytesFound - bytes) / bytes);
        return String.format(
                        Locale.ROOT,
                        "%,d of %,d objects  %,d rows  %,.0f rows/s",
                        objects,
                        objectsFound,
                        rows,
                        rows / seconds)
                + left;
    }
}
