package io.tillstream.invoicestore;

/** The store did not take or return the data, for a temporary reason: the same call may succeed later. */
public final class InvoiceStoreUnavailableException extends RuntimeException {

    InvoiceStoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    InvoiceStoreUnavailableException(String message) {
        super(message);
    }

    static InvoiceStoreUnavailableException interrupted(InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return new InvoiceStoreUnavailableException("Interrupted", stopping);
    }
}
