package io.tillstream.consumers.deliver;

import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamLine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shard has taken in and not yet stored, for the metrics: entries of lines that arrived at about the same time. */
final class UnstoredLines {

    /** Keeps the ledger short while a sink is out, and latencies exact enough. */
    private static final long SAME_TIME_MILLIS = 50;

    private final Deque<Entry> open = new ArrayDeque<>();

    void add(List<StreamLine> lines) {
        for (StreamLine line : lines) {
            long arrival = line.arrival().toEpochMilli();
            Entry last = open.peekLast();
            if (last != null && Math.abs(arrival - last.arrivalMillis()) < SAME_TIME_MILLIS) {
                open.removeLast();
                open.add(last.and(line));
            } else {
                open.add(new Entry(line.position(), arrival, 1, line.wire().length));
            }
        }
    }

    /** Removes and returns the next entry of which all is stored, if there is one. */
    @Nullable
    Entry nextStored(Position durable) {
        Entry first = open.peekFirst();
        return first == null || first.end().isAfter(durable) ? null : open.removeFirst();
    }

    /** @param arrivalMillis when the first of its lines came */
    record Entry(Position end, long arrivalMillis, int lines, long bytes) {

        private Entry and(StreamLine line) {
            return new Entry(line.position(), arrivalMillis, lines + 1, bytes + line.wire().length);
        }
    }
}
