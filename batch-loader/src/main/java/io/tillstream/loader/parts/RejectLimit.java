package io.tillstream.loader.parts;

import java.util.OptionalLong;

/** How many rejected rows a file may have before it is given up. */
public sealed interface RejectLimit {

    /** Any number. */
    record None() implements RejectLimit {}

    /** So many. */
    record Rows(long most) implements RejectLimit {}

    /** A share of its rows, in percent. */
    record Percent(double most) implements RejectLimit {}

    /** Whether this many of all rows are too many. */
    default boolean isPassed(long rejected, long rows) {
        return switch (this) {
            case None none -> false;
            case Rows count -> rejected > count.most();
            case Percent share -> rejected > share.most() / 100 * rows;
        };
    }

    /** Whether it is certain before the end: a share is so as soon as it is passed by all rows that there can be. */
    default boolean isHopeless(long rejected, OptionalLong estimatedRows) {
        return switch (this) {
            case None none -> false;
            case Rows count -> isPassed(rejected, 0);
            case Percent share -> estimatedRows.isPresent() && isPassed(rejected, estimatedRows.getAsLong());
        };
    }
}
