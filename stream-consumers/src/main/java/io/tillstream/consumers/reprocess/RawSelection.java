package io.tillstream.consumers.reprocess;

/** Which part of the raw lake. */
sealed interface RawSelection {

    /** What arrived through the stream in some hours. */
    record Hours(TimeRange range) implements RawSelection {}

    /** One bulk load. */
    record Load(String id) implements RawSelection {}

    /** All bulk loads, and all that arrived through the stream. */
    record Everything() implements RawSelection {}
}
