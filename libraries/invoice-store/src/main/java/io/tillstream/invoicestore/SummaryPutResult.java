package io.tillstream.invoicestore;

/** The result of putting a summary in place of another. */
sealed interface SummaryPutResult {

    /** It is stored. */
    record Done() implements SummaryPutResult {}

    /** Another summary was there, of lines with this digest. */
    record Found(String digest) implements SummaryPutResult {}

    /** It can never be stored. */
    record Refused(String reason) implements SummaryPutResult {}
}
