package io.tillstream.invoicestore;

/** What came of putting a summary in place of another. */
sealed interface SummaryPutResult {

    /** It is there. */
    record Done() implements SummaryPutResult {}

    /** The other was not there, but one of lines with this digest. */
    record Found(String digest) implements SummaryPutResult {}

    /** It can never be stored. */
    record Refused(String reason) implements SummaryPutResult {}
}
