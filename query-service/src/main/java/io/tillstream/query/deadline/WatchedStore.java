package io.tillstream.query.deadline;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A store that is asked within a deadline. What became of the last questions tells whether it answers at all. */
public final class WatchedStore {

    private final Deadline deadline;
    private final LongSupplier nanoTime;

    private volatile boolean inDoubt;
    private volatile long answeredAt;
    private volatile boolean everAnswered;

    WatchedStore(Deadline deadline, LongSupplier nanoTime) {
        this.deadline = deadline;
        this.nanoTime = nanoTime;
    }

    public WatchedStore(Deadline deadline) {
        this(deadline, System::nanoTime);
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws DeadlinePassedException when it did not come in time
     */
    public <A> A ask(Supplier<A> question) {
        boolean answered = false;
        try {
            A answer = deadline.await(question);
            answered = true;
            return answer;
        } finally {
            settle(answered);
        }
    }

    /** Whether the last question failed. */
    boolean isInDoubt() {
        return inDoubt;
    }

    boolean hasAnsweredWithin(Duration time) {
        return everAnswered && nanoTime.getAsLong() - answeredAt <= time.toNanos();
    }

    /** Its name, in words. */
    String name() {
        return deadline.store();
    }

    /** Notes whether a question was answered that was asked elsewhere. */
    void settle(boolean answered) {
        if (answered) {
            answeredAt = nanoTime.getAsLong();
            everAnswered = true;
        }
        inDoubt = !answered;
    }
}
