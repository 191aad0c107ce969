package io.tillstream.loader.ledger;

/** The result of claiming a file. */
public sealed interface Claimed {

    /** It is this run's. */
    record Held(Claim claim) implements Claimed {}

    /** Another run works on it, and is alive. */
    record Busy(String owner) implements Claimed {}
}
