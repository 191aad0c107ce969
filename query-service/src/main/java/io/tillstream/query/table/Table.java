package io.tillstream.query.table;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Rows of equal columns, which are the components of a record in their order.
 *
 * <p>As JSON it is its rows, or the row alone where there can be no other.
 */
public final class Table {

    /** The media type of the other form. */
    public static final String CSV = "text/csv";

    private final List<RecordComponent> columns;
    private final List<? extends Record> rows;
    private final boolean single;

    private Table(List<RecordComponent> columns, List<? extends Record> rows, boolean single) {
        this.columns = columns;
        this.rows = rows;
        this.single = single;
    }

    public static <R extends Record> Table of(Class<R> type, List<R> rows) {
        return of(type, rows, Set.of());
    }

    /** Without columns that are empty in every row. */
    public static <R extends Record> Table of(Class<R> type, List<R> rows, Set<String> emptyColumns) {
        List<RecordComponent> columns = Arrays.stream(type.getRecordComponents())
                .filter(column -> !emptyColumns.contains(column.getName()))
                .toList();
        return new Table(columns, rows, false);
    }

    public static Table of(Record row) {
        return new Table(List.of(row.getClass().getRecordComponents()), List.of(row), true);
    }

    @JsonValue
    Object json() {
        return single ? rows.getFirst() : rows;
    }

    List<RecordComponent> columns() {
        return columns;
    }

    List<? extends Record> rows() {
        return rows;
    }
}
