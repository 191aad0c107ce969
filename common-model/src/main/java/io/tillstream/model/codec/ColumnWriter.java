package io.tillstream.model.codec;

import io.tillstream.model.FeedLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes what lines have in one column, under a name that is ready to be written. One type for all kinds of columns, for
 * the call of a function a column is what a line costs, and a call of one of many types would double it.
 */
final class ColumnWriter {

    private enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        LOCAL_TIME,
        MOMENT
    }

    private final byte[] name;
    private final boolean isForSql;
    private final Kind kind;
    private final Function<FeedLine, ?> value;
    private final ToLongFunction<FeedLine> number;

    private ColumnWriter(
            byte[] name, boolean isForSql, Kind kind, Function<FeedLine, ?> value, ToLongFunction<FeedLine> number) {
        this.name = name;
        this.isForSql = isForSql;
        this.kind = kind;
        this.value = value;
        this.number = number;
    }

    /** Names as on the wire, times as ISO 8601 has them. */
    static ColumnWriter onTheWire(LineColumn column) {
        return of(column, column.wireName(), false);
    }

    /** Names of the warehouse, times as SQL has them. */
    static ColumnWriter inTheWarehouse(LineColumn column) {
        return of(column, column.name(), true);
    }

    private static ColumnWriter of(LineColumn column, String name, boolean isForSql) {
        byte[] written = JsonBytes.name(name);
        if (column instanceof LineColumn.Whole whole) {
            return new ColumnWriter(written, isForSql, Kind.WHOLE, whole.value()::applyAsLong, whole.value());
        }
        if (column instanceof LineColumn.Decimal decimal) {
            return new ColumnWriter(written, isForSql, Kind.DECIMAL, decimal.value(), ColumnWriter::noNumber);
        }
        if (column instanceof LineColumn.LocalTime time) {
            return new ColumnWriter(written, isForSql, Kind.LOCAL_TIME, time.value(), ColumnWriter::noNumber);
        }
        if (column instanceof LineColumn.Moment moment) {
            return new ColumnWriter(written, isForSql, Kind.MOMENT, moment.value(), ColumnWriter::noNumber);
        }
        return new ColumnWriter(
                written, isForSql, Kind.TEXT, ((LineColumn.Text) column).value(), ColumnWriter::noNumber);
    }

    void write(JsonBytes json, FeedLine line) {
        switch (kind) {
            case TEXT -> text(json, (String) value.apply(line));
            case WHOLE -> json.property(name, number.applyAsLong(line));
            case DECIMAL -> json.property(name, (BigDecimal) value.apply(line));
            case LOCAL_TIME -> json.property(name, (LocalDateTime) value.apply(line), isForSql);
            case MOMENT -> json.property(name, (Instant) value.apply(line), isForSql);
        }
    }

    private static long noNumber(FeedLine line) {
        return 0;
    }

    private void text(JsonBytes json, @Nullable String text) {
        if (text != null) {
            json.property(name, text);
        }
    }
}
