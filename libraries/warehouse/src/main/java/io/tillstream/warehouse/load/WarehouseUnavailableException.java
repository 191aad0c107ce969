package io.tillstream.warehouse.load;

/** The warehouse did not answer or refused; what was under way was rolled back, and may be tried again. */
public final class WarehouseUnavailableException extends RuntimeException {

    WarehouseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
