package io.tillstream.invoicestore;

import io.tillstream.model.TransactionLine;

/**
 * A line that does not count, however often it is tried.
 *
 * @param reason what the store says; it may quote the line
 */
public record RefusedLine(TransactionLine line, Cause cause, String reason) {

    /** Why a line does not count. */
    public enum Cause {
        /** The store can never hold it. */
        UNSTORABLE,
        /** A line of the same identity that says something else comes before it. */
        OTHER_VERSION
    }

    /** What is said of a line that does not count because another of its identity does. */
    public static final String OTHER_VERSION_REASON =
            "other_version: another line of the same identity says something else, and counts";

    static RefusedLine unstorable(TransactionLine line, String reason) {
        return new RefusedLine(line, Cause.UNSTORABLE, reason);
    }

    static RefusedLine otherVersion(TransactionLine line) {
        return new RefusedLine(line, Cause.OTHER_VERSION, OTHER_VERSION_REASON);
    }

    /** Shows the line's identity, and no customer data. */
    @Override
    public String toString() {
        return "RefusedLine[" + line + "]";
    }
}
