package io.tillstream.warehouse.load;

import io.tillstream.model.codec.LineColumn;
import io.tillstream.model.codec.LineTable;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statement that creates {@code staging}: the place of a line, its version, and the columns of its table. */
final class StagingTable {

    /** The columns that only staging has. */
    static final String PLACE = "object_no, row_no, version";

    private StagingTable() {}

    static String onPostgres(LineTable table) {
        return create(table, "text", StagingTable::postgresType, "jsonb");
    }

    /** Widths count bytes. */
    static String onRedshift(LineTable table) {
        return create(table, "varchar(64)", StagingTable::redshiftType, "super") + " DISTSTYLE KEY DISTKEY ("
                + table.key().getFirst() + ")";
    }

    private static String create(
            LineTable table, String version, Function<LineColumn, String> type, String attributes) {
        String columns = table.columns().stream()
                .map(column -> column.name() + " " + type.apply(column))
                .collect(Collectors.joining(", "));
        return "CREATE TEMP TABLE staging (object_no integer, row_no bigint, version " + version + ", " + columns + ", "
                + TableColumns.RECEIVED_AT + " timestamptz, " + TableColumns.ATTRIBUTES + " " + attributes + ")";
    }

    private static String postgresType(LineColumn column) {
        return switch (column) {
            case LineColumn.Text text -> "text";
            case LineColumn.Whole whole -> "bigint";
            case LineColumn.Decimal decimal -> "numeric";
            case LineColumn.LocalTime time -> "timestamp";
            case LineColumn.Moment moment -> "timestamptz";
        };
    }

    private static String redshiftType(LineColumn column) {
        return switch (column) {
            case LineColumn.Text text -> "varchar(" + text.rule().maxBytes() + ")";
            case LineColumn.Decimal decimal -> "decimal(" + decimal.precision() + ", " + decimal.scale() + ")";
            case LineColumn.Whole whole -> postgresType(whole);
            case LineColumn.LocalTime time -> postgresType(time);
            case LineColumn.Moment moment -> postgresType(moment);
        };
    }
}
