package io.tillstream.invoicestore;

import java.util.Optional;

/** The places of lines, each of which holds one version at a time. */
interface LinePlaces {

    /**
     * Puts a line in place of another, or where none is.
     *
     * @param expected what is there
     * @return what is there instead of what was expected; nothing when the line has been put
     */
    Optional<Found> put(StoredLine line, Optional<StoredLine> expected);

    /** What a place holds, if it holds anything. */
    record Found(Optional<StoredLine> line) {}
}
