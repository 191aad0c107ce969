package io.tillstream.model.row;

import io.tillstream.model.identity.LineIdentity;
import java.time.Instant;

/**
 * Makes a line of a row of one feed, or says everything that is wrong with the row. Never throws for what a row holds.
 * Safe for use by several threads, as far as the identity is, and the dates of a file are not given.
 */
@FunctionalInterface
public interface RowValidator {

    /**
     * Validates one row.
     *
     * @param place the row's place in its request or file, counted from 0
     * @param identity asked for a line id when the row gives none
     * @param receivedAt when the pipeline took the row over
     */
    RowResult validate(RawRow row, long place, LineIdentity identity, Instant receivedAt);
}
