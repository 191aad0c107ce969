package io.tillstream.query.deadline;

/** An answer takes longer to read than a request waits for. The reading goes on, and its answer will be kept. */
public final class StillReadingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StillReadingException() {
        super("There is so much to read that reading goes on in the background");
    }
}
