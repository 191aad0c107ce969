package io.tillstream.ingest.spill;

/** One piece of a journal: what of it is durable, and what of that is drained. Guarded by the journal's lock. */
final class JournalSegment {

    private final long number;
    private final String name;
    private long start;
    private long end;
    private long rows;
    private boolean sealed;

    /** An empty one. */
    JournalSegment(long number, String name) {
        this.number = number;
        this.name = name;
    }

    /** One to which nothing is appended any more. */
    static JournalSegment sealed(long number, String name, long start, long end, long rows) {
        JournalSegment segment = new JournalSegment(number, name);
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

    /** The name of its file, or the key of its object. */
    String name() {
        return name;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    Backlog backlog() {
        return isDrained() ? Backlog.NONE : new Backlog(rows, end - start, null);
    }

    boolean isDrained() {
        return start >= end;
    }

    boolean isDone() {
        return sealed && isDrained();
    }
}
