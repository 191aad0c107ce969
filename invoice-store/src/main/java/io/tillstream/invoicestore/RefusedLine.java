package io.tillstream.invoicestore;

import io.tillstream.model.TransactionLine;

/**
 * A line that the store will never take, however often it is tried.
 *
 * @param reason what the store says; it may quote the line
 */
public record RefusedLine(TransactionLine line, String reason) {

    /** Shows the line's identity, and no customer data. */
    @Override
    public String toString() {
        return "RefusedLine[" + line + "]";
    }
}
