package io.tillstream.warehouse.load;

/** The counts of a load do not agree, so it was rolled back; its objects are still to be loaded. */
public final class LoadMismatchException extends RuntimeException {

    LoadMismatchException(String message) {
        super(message);
    }
}
