package io.tillstream.ingest.accept;

/**
 * A request breaks a bound of the service. Thrown in the middle of reading a body, through the JSON parser, which
 * must stop at once.
 */
public final class RequestRefused extends RuntimeException {

    /** Which bound. */
    public enum Reason {
        TOO_MANY_BYTES,
        TOO_MANY_ROWS,
        SATURATED
    }

    private final Reason reason;

    RequestRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
