package io.tillstream.model.codec;

import io.tillstream.model.row.RawRow;

/** Takes the rows of a body or file one by one, in their order. */
@FunctionalInterface
public interface RowSink {

    /**
     * Takes one row.
     *
     * @param lineNumber the line on which the row begins, counted from 1
     */
    void take(RawRow row, long lineNumber);
}
