package io.tillstream.loader.parts;

/** Why nothing of what was read is loaded. */
public sealed interface Refusal {

    /** What it is and what to do, for the one who gave the files. */
    String message();

    /** Its rows cannot be trusted to be what they seem. */
    record Unreadable(String message) implements Refusal {}

    /** Too many of its rows are rejected, or all. They are kept. */
    record Rejected(String message) implements Refusal {}
}
