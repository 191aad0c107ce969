package io.tillstream.ingest.spill;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Decides whether lines go to the stream or to the journal. Lines of a request that begins after another was answered
 * never overtake its lines: from the first spilled line until the stream has the last one, all lines go to the journal.
 *
 * <p>Under steady traffic a journal that is drained and filled at once is never empty. So when it is nearly drained,
 * requests are held for the moment it takes to drain the rest.
 */
final class Gate {

    /** Where lines go. */
    enum Way {
        STREAM,
        JOURNAL
    }

    private enum State {
        OPEN,
        HOLDING,
        SPILLING
    }

    private final LongSupplier waitingBytes;
    private final Duration longestHold;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile State state;
    private int onTheirWay;

    Gate(LongSupplier waitingBytes, Duration longestHold) {
        this.waitingBytes = waitingBytes;
        this.longestHold = longestHold;
        this.state = waitingBytes.getAsLong() == 0 ? State.OPEN : State.SPILLING;
    }

    boolean isSpilling() {
        return state != State.OPEN;
    }

    /** Where the lines of a request go. Who is sent to the journal must {@link #leave()}. */
    Way enter() {
        if (state == State.OPEN) {
            return Way.STREAM;
        }
        lock.lock();
        try {
            awaitDecision();
            if (state == State.OPEN) {
                return Way.STREAM;
            }
            spill();
            return Way.JOURNAL;
        } finally {
            lock.unlock();
        }
    }

    /** The stream did not take lines, so that they go to the journal; then {@link #leave()}. Whether they are the first. */
    boolean divert() {
        lock.lock();
        try {
            boolean first = state == State.OPEN;
            spill();
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** Lines are in the journal, or failed to get there. */
    void leave() {
        lock.lock();
        try {
            onTheirWay--;
        } finally {
            lock.unlock();
        }
    }

    /** Lets no more lines into the journal for a moment, if at most so many bytes wait there. */
    void holdIfWaiting(long mostBytes) {
        lock.lock();
        try {
            if (state == State.SPILLING && waitingBytes.getAsLong() <= mostBytes) {
                state = State.HOLDING;
            }
        } finally {
            lock.unlock();
        }
    }

    /** The rest could not be drained. */
    void release() {
        lock.lock();
        try {
            if (state == State.HOLDING) {
                changeTo(State.SPILLING);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sends lines to the stream again if no line is in the journal or on its way there. Whether it changed. */
    boolean openIfDrained() {
        lock.lock();
        try {
            if (state == State.OPEN || onTheirWay > 0 || waitingBytes.getAsLong() > 0) {
                return false;
            }
            changeTo(State.OPEN);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void awaitDecision() {
        long left = longestHold.toNanos();
        try {
            while (state == State.HOLDING && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // The service is stopping: the journal is the quick way out.
            Thread.currentThread().interrupt();
        }
    }

    private void spill() {
        onTheirWay++;
        changeTo(State.SPILLING);
    }

    private void changeTo(State next) {
        if (state != next) {
            state = next;
            changed.signalAll();
        }
    }
}
