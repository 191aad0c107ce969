package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.LineColumn;
import io.tillstream.model.codec.LineTable;
import java.sql.SQLException;

/** How the columns of a table become fields of a COPY; made once, so that no line asks what a column is. */
final class CopyColumns {

    private static final int OF_EVERY_TABLE = 2;

    private final ColumnCopy[] columns;

    CopyColumns(LineTable table) {
        this.columns = table.columns().stream().map(CopyColumns::copyOf).toArray(ColumnCopy[]::new);
    }

    int count() {
        return columns.length + OF_EVERY_TABLE;
    }

    void add(CopyFields fields, FeedLine line) throws SQLException {
        for (ColumnCopy column : columns) {
            column.add(fields, line);
        }
        fields.timestamp(line.receivedAt());
        fields.jsonb(line.attributes().isEmpty() ? null : AttributesText.of(line.attributes()));
    }

    private static ColumnCopy copyOf(LineColumn column) {
        return switch (column) {
            case LineColumn.Text text ->
                (fields, line) -> fields.text(text.value().apply(line));
            case LineColumn.Whole whole ->
                (fields, line) -> fields.integer(whole.value().applyAsLong(line));
            case LineColumn.Decimal decimal ->
                (fields, line) -> fields.numeric(decimal.value().apply(line));
            case LineColumn.LocalTime time ->
                (fields, line) -> fields.timestamp(time.value().apply(line));
            case LineColumn.Moment moment ->
                (fields, line) -> fields.timestamp(moment.value().apply(line));
        };
    }

    /** Adds one column of a line. */
    @FunctionalInterface
    private interface ColumnCopy {
        void add(CopyFields fields, FeedLine line);
    }
}
