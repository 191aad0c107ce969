package io.tillstream.loader.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What the warehouse reported of a load.
 *
 * @param conflicting lines of which it had another version, whichever counts; none where an earlier version of this
 *     program told
 * @param earlier lines of parts that an attempt had loaded which did not live to tell
 */
public record Loaded(
        long merged, long alreadyThere, @Nullable Long conflicting, long rejected, long earlier) {}
