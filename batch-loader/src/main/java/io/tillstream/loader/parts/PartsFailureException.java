package io.tillstream.loader.parts;

import java.io.IOException;

/** Parts could not be made, or read again; to try that again is safe. */
public final class PartsFailureException extends RuntimeException {

    private PartsFailureException(String message, Throwable cause) {
        super(message, cause);
    }

    static PartsFailureException of(Exception cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String where = cause instanceof IOException ? "The scratch folder cannot be used: " : "Stopped: ";
        return new PartsFailureException(where + cause.getMessage(), cause);
    }

    static PartsFailureException unreadable(Part part, Exception cause) {
        return new PartsFailureException("The part " + part.key() + " cannot be read: " + cause.getMessage(), cause);
    }
}
