package io.tillstream.ingest.spill;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

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

    /** The part of the oldest segment that is durable and not drained; null when there is none. Deletes what is done. */
    synchronized @Nullable Part toDrain() throws IOException {
        JournalSegment first = segments.peekFirst();
        while (first != null && first.isDone()) {
            Files.deleteIfExists(first.file());
            segments.removeFirst();
            first = segments.peekFirst();
        }
        return first == null || first.isDrained() ? null : new Part(first, first.start(), first.end());
    }

    synchronized long bytesOnDisk() {
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
