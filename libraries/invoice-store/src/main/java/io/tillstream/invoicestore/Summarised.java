package io.tillstream.invoicestore;

/** What came of putting a summary in place of another. */
sealed interface Summarised {

    /** It is there. */
    record Done() implements Summarised {}

    /** The other was not there, but one of lines with this digest. */
    record Found(String digest) implements Summarised {}

    /** It can never be stored. */
    record Refused(String reason) implements Summarised {}
}
