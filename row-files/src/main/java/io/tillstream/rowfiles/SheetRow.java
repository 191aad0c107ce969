package io.tillstream.rowfiles;

import io.tillstream.model.Blanks;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

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
            isDate[i] = Blanks.trim(names.get(i)).equalsIgnoreCase(DATE);
        }
    }

    /** Whether no cell holds anything. */
    static boolean isBlank(Row row) {
        for (int i = 0; i < row.getCellCount(); i++) {
            if (!text(row.getCell(i)).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The texts of a row up to its last cell that is not empty. */
    static List<String> names(Row row) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            names.add(text(row.getCell(i)));
        }
        while (names.getLast().isBlank()) {
            names.removeLast();
        }
        return List.copyOf(names);
    }

    RawRow toRawRow(Row row) {
        List<RawValue> values = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            values.add(value(i, i < row.getCellCount() ? row.getCell(i) : null));
        }
        return surplus(row) > names.size() ? tooWide(row) : RawRow.of(names, values);
    }

    private RawValue value(int column, @Nullable Cell cell) {
        if (cell != null && cell.getValue() instanceof BigDecimal number) {
            return isDate[column] ? date(number) : new RawValue.Numeral(number.toString());
        }
        return cell != null && cell.getValue() instanceof Boolean
                ? RawValue.Other.BOOLEAN
                : new RawValue.Text(text(cell));
    }

    private RawValue date(BigDecimal days) {
        return time.iso(days).<RawValue>map(RawValue.Text::new).orElseGet(() -> new RawValue.Numeral(days.toString()));
    }

    private RawRow tooWide(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < surplus(row); i++) {
            texts.add(text(row.getCell(i)));
        }
        return RawRow.ofText(names, texts);
    }

    /** How many cells there are up to the last that is not empty. */
    private static int surplus(Row row) {
        int cells = row.getCellCount();
        while (cells > 0 && text(row.getCell(cells - 1)).isBlank()) {
            cells--;
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        return cell == null ? "" : cell.getText();
    }
}
