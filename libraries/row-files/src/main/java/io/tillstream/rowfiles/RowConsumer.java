package io.tillstream.rowfiles;

/** Takes the rows of a file in their order. */
@FunctionalInterface
public interface RowConsumer {

    /** Takes one row, and says whether to go on to the next. */
    boolean accept(NumberedRow row);
}
