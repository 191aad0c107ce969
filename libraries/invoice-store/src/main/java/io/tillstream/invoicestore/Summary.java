package io.tillstream.invoicestore;

/** What some lines of an invoice come to, and a digest of these very lines. */
interface Summary {

    /** Summaries of equal digests in the same place are equal. */
    String digest();
}
