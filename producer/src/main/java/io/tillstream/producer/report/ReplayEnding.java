package io.tillstream.producer.report;

/** How a replay ended. */
public sealed interface ReplayEnding {

    /** Every selected row was answered for. */
    record Complete() implements ReplayEnding {}

    /** The service refused to go on, or did not answer in time. */
    record GaveUp(String reason) implements ReplayEnding {}

    /** The file could not be read to its end; the rows before that were sent. */
    record Unreadable(String reason) implements ReplayEnding {}

    /** The replay was told to stop. */
    record Interrupted() implements ReplayEnding {}
}
