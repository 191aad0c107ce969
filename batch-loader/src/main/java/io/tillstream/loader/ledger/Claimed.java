package io.tillstream.loader.ledger;

/** What came of claiming a file. */
public sealed interface Claimed {

    /** It is this run's. */
    record Held(Claim claim) implements Claimed {}

    /** Another run is at it, and alive. */
    record Busy(String owner) implements Claimed {}
}
