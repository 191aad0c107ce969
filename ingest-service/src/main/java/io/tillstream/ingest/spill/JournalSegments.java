package io.tillstream.ingest.spill;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The segments of a journal, oldest first, shared by the thread that appends and the one that drains. */
final class JournalSegments {

    private final Deque<JournalSegment> segments;

    JournalSegments(Collection<JournalSegment> found) {
        this.segments = new ArrayDeque<>(found);
    }

    synchronized void add(JournalSegment segment) {
        segments.add(segment);
    }

    synchronized void grow(JournalSegment segment, long bytes, long rows) {
        segment.grow(bytes, rows);
    }

    synchronized void seal(JournalSegment segment) {
        segment.seal();
    }

    synchronized void drainTo(JournalSegment segment, long offset, long rows) {
        segment.drainTo(offset, rows);
    }

    /** Parts that are durable and not drained, the oldest first: so many, or of somewhat more than so many bytes. */
    synchronized List<Part> toDrain(int most, long enoughBytes) {
        List<Part> parts = new ArrayList<>();
        long bytes = 0;
        for (JournalSegment segment : segments) {
            if (parts.size() == most || bytes >= enoughBytes) {
                break;
            }
            if (!segment.isDrained()) {
                parts.add(new Part(segment, segment.start(), segment.end()));
                bytes += segment.end() - segment.start();
            }
        }
        return parts;
    }

    /** Those that are drained, and to which nothing is appended any more. */
    synchronized List<JournalSegment> done() {
        return segments.stream().filter(JournalSegment::isDone).toList();
    }

    synchronized void remove(Collection<JournalSegment> deleted) {
        segments.removeAll(deleted);
    }

    /** The bytes of all segments, drained or not. */
    synchronized long keptBytes() {
        return segments.stream().mapToLong(JournalSegment::end).sum();
    }

    synchronized Backlog backlog() {
        return segments.stream().map(JournalSegment::backlog).reduce(Backlog.NONE, Backlog::plus);
    }

    synchronized long lastNumber() {
        return segments.isEmpty() ? 0 : segments.getLast().number();
    }

    /** A segment from one offset to another. */
    record Part(JournalSegment segment, long start, long end) {}
}
