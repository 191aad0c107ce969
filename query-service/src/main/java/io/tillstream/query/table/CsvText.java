package io.tillstream.query.table;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table as RFC 4180 wants it: a header, commas, CR LF, quotes where they must be. */
final class CsvText {

    /** With one of these in front, spreadsheets take a text for a formula and run it; some do so with the wide ones. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final Appendable out;

    CsvText(Appendable out) {
        this.out = out;
    }

    void write(Table table) throws IOException {
        line(table.columns().stream().map(RecordComponent::getName).toList());
        for (Record row : table.rows()) {
            line(table.columns().stream().map(column -> cell(row, column)).toList());
        }
    }

    private void line(List<String> cells) throws IOException {
        Iterator<String> rest = cells.iterator();
        while (rest.hasNext()) {
            quoted(rest.next());
            if (rest.hasNext()) {
                out.append(',');
            }
        }
        out.append("\r\n");
    }

    private void quoted(String cell) throws IOException {
        if (cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')) {
            out.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            out.append(cell);
        }
    }

    private static String cell(Record row, RecordComponent column) {
        return switch (value(row, column)) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case LocalDateTime time -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
            case String text -> harmless(text);
            case Object other -> other.toString();
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static @Nullable Object value(Record row, RecordComponent column) {
        try {
            column.getAccessor().setAccessible(true);
            return column.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(
                    "A record does not give access to its component " + column.getName(), impossible);
        }
    }
}
