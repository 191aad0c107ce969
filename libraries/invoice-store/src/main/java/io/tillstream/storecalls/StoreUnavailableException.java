package io.tillstream.storecalls;

/** The store did not take or return the data, for a temporary reason: the same call may succeed later. */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreUnavailableException(String message) {
        super(message);
    }

    static StoreUnavailableException interrupted(InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return new StoreUnavailableException("Interrupted", stopping);
    }
}
