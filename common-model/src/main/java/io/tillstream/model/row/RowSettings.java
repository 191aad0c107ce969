package io.tillstream.model.row;

import org.jspecify.annotations.Nullable;

/**
 * How rows are to be read.
 *
 * @param dates those of the file that the rows are of
 * @param bounds what a row may say at most, for who decides whether it is taken; absent for who only asks what it says
 * @param own the fields that a row may have beside those of its feed
 */
public record RowSettings(FileDates dates, @Nullable RowBounds bounds, OwnFields own) {

    /** Told, it remembers nothing. */
    private static final FileDates MONTH_FIRST = FileDates.of(DateOrder.MONTH_FIRST);

    /** For rows that have the fields of their feed. */
    public RowSettings(FileDates dates, @Nullable RowBounds bounds) {
        this(dates, bounds, OwnFields.NONE);
    }

    /** Dates month first, no bounds. */
    public static final RowSettings USUAL = new RowSettings(MONTH_FIRST, null);

    /** For the rows of a file, without bounds. */
    public static RowSettings of(FileDates dates) {
        return new RowSettings(dates, null);
    }

    /** For rows whose dates are month first. */
    public static RowSettings of(RowBounds bounds) {
        return new RowSettings(MONTH_FIRST, bounds);
    }

    /** The same, for rows that may have these fields besides. */
    public RowSettings with(OwnFields fields) {
        return new RowSettings(dates, bounds, fields);
    }
}
