package io.tillstream.loader.ledger;

/**
 * What the warehouse said of a load.
 *
 * @param earlier lines of parts that an attempt had loaded which did not live to tell
 */
public record Loaded(long merged, long alreadyThere, long rejected, long earlier) {}
