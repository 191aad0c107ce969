package io.tillstream.ingest.spill;

import java.nio.file.Path;

/** One file of a journal on disk: what of it is durable, and what of that is drained. Guarded by the journal's lock. */
final class JournalSegment {

    private final long number;
    private final Path file;
    private long start;
    private long end;
    private long rows;
    private boolean sealed;

    JournalSegment(long number, Path file) {
        this.number = number;
        this.file = file;
    }

    /** One that was found. */
    static JournalSegment sealed(long number, Path file, long start, long end, long rows) {
        JournalSegment segment = new JournalSegment(number, file);
        segment.start = start;
        segment.grow(end, rows);
        segment.seal();
        return segment;
    }

    void grow(long bytes, long newRows) {
        end += bytes;
        rows += newRows;
    }

    /** Nothing is appended any more. */
    void seal() {
        sealed = true;
    }

    void drainTo(long offset, long drainedRows) {
        start = offset;
        rows -= drainedRows;
    }

    long number() {
        return number;
    }

    Path file() {
        return file;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    Backlog backlog() {
        return new Backlog(rows, end - start, null);
    }

    boolean isDrained() {
        return start >= end;
    }

    boolean isDone() {
        return sealed && isDrained();
    }
}
