package io.tillstream.rowfiles;

import io.tillstream.model.row.RawValue;
import java.util.List;

/**
 * A row of a sheet as it is kept.
 *
 * @param number counted from 1, as the spreadsheet program shows it
 * @param cells from the first column on; an empty text where there is none
 */
record SheetLine(long number, List<RawValue> cells) {

    boolean isBlank() {
        return width() == 0;
    }

    /** How many cells there are up to the last that is not blank. */
    int width() {
        int width = cells.size();
        while (width > 0 && text(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    String text(int column) {
        return switch (cells.get(column)) {
            case RawValue.Text text -> text.value();
            case RawValue.Numeral number -> number.asWritten();
            case RawValue.Other other -> other.name();
        };
    }
}
