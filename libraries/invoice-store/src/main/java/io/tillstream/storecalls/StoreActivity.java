package io.tillstream.storecalls;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** What a store has done since it was made, for metrics. */
public final class StoreActivity {

    /** The kinds of calls that adding lines takes. */
    public enum Call {
        /** A batch of lines is put. */
        WRITE_LINES,
        /** A summary is put, or several are. */
        WRITE_SUMMARY,
        /** The lines of an invoice or session are read back, to be summarised anew. */
        READ_LINES,
        /** Lines are read in whose place others were to be put. */
        COMPARE_LINES,
        /** Whether invoices are large is read. */
        FIND_LARGE,
        /** What a large invoice comes to is put. */
        WRITE_LARGE,
        /** Events are put together with the summaries of their sessions. */
        WRITE_SESSIONS,
        /** The summaries of sessions are read. */
        READ_SUMMARIES
    }

    private final Map<Call, LongAdder> calls = new ConcurrentHashMap<>();
    private final LongAdder lines = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final LongAdder unprocessed = new LongAdder();
    private final LongAdder otherVersions = new LongAdder();
    private final IntSupplier concurrency;

    StoreActivity(IntSupplier concurrency) {
        this.concurrency = concurrency;
    }

    /** How many calls may be under way at this moment. */
    public int concurrency() {
        return concurrency.getAsInt();
    }

    /** Calls made, those that failed included. */
    public long calls(Call kind) {
        return of(kind).sum();
    }

    /** Lines that DynamoDB has accepted, those that were there before included. */
    public long lines() {
        return lines.sum();
    }

    /** Calls that were throttled, or found DynamoDB out. */
    public long throttled() {
        return throttled.sum();
    }

    /** Lines that DynamoDB handed back, to be put again. */
    public long unprocessed() {
        return unprocessed.sum();
    }

    /** Lines that do not count, or no longer, because another line of their identity says something else. */
    public long otherVersions() {
        return otherVersions.sum();
    }

    public void foundOtherVersions(long lines) {
        otherVersions.add(lines);
    }

    void called(Call kind) {
        of(kind).increment();
    }

    void failed() {
        throttled.increment();
    }

    void tookLines(int taken, int handedBack) {
        lines.add(taken);
        unprocessed.add(handedBack);
    }

    private LongAdder of(Call kind) {
        return calls.computeIfAbsent(kind, uncounted -> new LongAdder());
    }
}
