package io.tillstream.invoicestore;

/** The totals of some lines of an invoice, and a digest of these lines. */
interface Summary {

    /** Summaries of equal digests in the same place are equal. */
    String digest();
}
