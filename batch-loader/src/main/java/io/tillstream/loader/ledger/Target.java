package io.tillstream.loader.ledger;

/** Where a file is loaded to. */
public enum Target {
    /** Its lines stay in the raw lake. */
    LAKE,
    /** The look-ups of invoices and customers. */
    INVOICES,
    WAREHOUSE
}
