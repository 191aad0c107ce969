package io.tillstream.query.deadline;

import java.time.Duration;

/** A store took longer than it may. It may still answer the next time. */
public final class DeadlinePassedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String store;

    DeadlinePassedException(String store, Duration within) {
        super("The " + store + " did not answer within " + within.toMillis() + " ms");
        this.store = store;
    }

    /** Which store, in words. */
    public String store() {
        return store;
    }
}
