package io.tillstream.loader.ledger;

import java.time.Duration;

/**
 * How long a claim holds without being renewed.
 *
 * @param owner what others are told of who holds it
 */
public record ClaimLease(Duration length, String owner) {

    private static final int BEATS = 5;

    /** Often enough that some may fail. */
    Duration betweenBeats() {
        return length.dividedBy(BEATS);
    }

    /** The lease of this process. */
    public static ClaimLease ofThisProcess(Duration length) {
        String host = System.getenv().getOrDefault("HOSTNAME", "localhost");
        return new ClaimLease(length, "process " + ProcessHandle.current().pid() + " on " + host);
    }
}
