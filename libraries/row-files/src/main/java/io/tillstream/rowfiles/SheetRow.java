package io.tillstream.rowfiles;

import io.tillstream.model.Blanks;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of the cells of a sheet, under the names at its head. */
final class SheetRow {

    /** The one column whose numbers are dates, whatever their cells are made to look like. */
    private static final String DATE = "InvoiceDate";

    private final List<String> names;
    private final boolean[] isDate;
    private final ExcelTime time;

    SheetRow(List<String> names, ExcelTime time) {
        this.names = names;
        this.time = time;
        this.isDate = new boolean[names.size()];
        for (int i = 0; i < isDate.length; i++) {
            isDate[i] = isDate(names.get(i));
        }
    }

    /** Whether this is the name of the one column of dates. */
    static boolean isDate(String name) {
        return Blanks.trim(name).equalsIgnoreCase(DATE);
    }

    /** The texts of a row up to its last cell that is not empty. */
    static List<String> names(SheetLine row) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.width(); i++) {
            names.add(row.text(i));
        }
        return List.copyOf(names);
    }

    RawRow toRawRow(SheetLine row) {
        int width = row.width();
        if (width > names.size()) {
            return tooWide(row, width);
        }
        List<RawValue> values = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            values.add(i < width ? value(i, row.cells().get(i)) : SheetCells.NOTHING);
        }
        return RawRow.of(names, values);
    }

    private RawValue value(int column, RawValue cell) {
        return isDate[column] && cell instanceof RawValue.Numeral number
                ? time.iso(new BigDecimal(number.asWritten()))
                        .<RawValue>map(RawValue.Text::new)
                        .orElse(cell)
                : cell;
    }

    private RawRow tooWide(SheetLine row, int width) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            texts.add(row.text(i));
        }
        return RawRow.ofText(names, texts);
    }
}
