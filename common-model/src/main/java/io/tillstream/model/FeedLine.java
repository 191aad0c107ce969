package io.tillstream.model;

import java.time.Instant;

/** A valid row of a feed: identified, immutable. Lines that say the same, under the same identity, are versions of one. */
public interface FeedLine {

    /** What the row said. */
    RowContent content();

    /** What tells the line apart from others that are otherwise alike. */
    LineId lineId();

    /** When the pipeline took it over, to the millisecond. */
    Instant receivedAt();

    /** What was derived from it on the way; no part of its identity. */
    Attributes attributes();

    /** The identity of the line, fit for a key of a map. */
    Object key();

    /** The same line, with the id that it has, of this shop where it does not name one. */
    FeedLine inStore(StoreId store);

    /** The same line, saying this; its content is of the same feed. */
    FeedLine with(RowContent content, Attributes attributes);

    /** Whether it takes all lines of its identity back, rather than being one of them. */
    default boolean isVoid() {
        return false;
    }
}
