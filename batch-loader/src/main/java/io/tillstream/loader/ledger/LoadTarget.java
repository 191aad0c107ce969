package io.tillstream.loader.ledger;

/** Where a file is loaded to. */
public enum LoadTarget {
    /** The raw lake on S3. */
    LAKE,
    /** The look-ups of invoices and customers. */
    INVOICES,
    WAREHOUSE
}
