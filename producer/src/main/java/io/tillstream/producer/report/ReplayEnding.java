package io.tillstream.producer.report;

/** How a replay ended. */
public sealed interface Ending {

    /** Every selected row was answered for. */
    record Complete() implements Ending {}

    /** The service would not go on, or not in time. */
    record GaveUp(String reason) implements Ending {}

    /** The file could not be read to its end; the rows before that were sent. */
    record Unreadable(String reason) implements Ending {}

    /** It was told to stop. */
    record Interrupted() implements Ending {}
}
