package io.tillstream.ingest.accept;

/** How a body holds its rows. */
public enum BodyForm {
    /** One object, or an array of them. */
    JSON,
    /** One object a line. */
    NDJSON,
    /** Comma-separated values under a header. */
    CSV
}
