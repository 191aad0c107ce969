package io.tillstream.ingest.accept;

/**
 * A request breaks a bound of the service. Thrown in the middle of reading a body, through the parser, which must stop
 * at once.
 */
public final class RequestRefused extends RuntimeException {

    /** Which bound. */
    public enum Reason {
        TOO_MANY_BYTES,
        TOO_MANY_ROWS,
        TOO_SLOW,
        TOO_MANY_REQUESTS,
        TOO_MANY_OF_SENDER,
        SATURATED
    }

    private final Reason reason;

    RequestRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static RequestRefused tooManyBytes(long most) {
        return new RequestRefused(Reason.TOO_MANY_BYTES, "the body has more than " + most + " bytes");
    }

    public Reason reason() {
        return reason;
    }
}
