package io.tillstream.model.codec;

import io.tillstream.model.Attributes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * What one line has in the columns of its table, as it was read. Asking for what every line has, and this one has not,
 * ends the reading: the line is undecodable.
 */
public final class LineValues implements LineProperties {

    private final TableParser table;
    private final @Nullable Object[] values;
    private int version;
    private @Nullable Instant receivedAt;
    private Attributes attributes = Attributes.NONE;

    LineValues(TableParser table) {
        this.table = table;
        this.values = new Object[table.size()];
    }

    public String text(String column) {
        return LineJson.present(column, optionalText(column));
    }

    public @Nullable String optionalText(String column) {
        return (String) value(column);
    }

    public long whole(String column) {
        return LineJson.present(column, (Long) value(column));
    }

    public BigDecimal decimal(String column) {
        return LineJson.present(column, (BigDecimal) value(column));
    }

    public LocalDateTime localTime(String column) {
        return LineJson.present(column, (LocalDateTime) value(column));
    }

    public Instant moment(String column) {
        return LineJson.present(column, (Instant) value(column));
    }

    /** When the pipeline took the line over. */
    public Instant receivedAt() {
        return LineJson.present("receivedAt", receivedAt);
    }

    /** What was derived from the line on its way. */
    public Attributes attributes() {
        return attributes;
    }

    private @Nullable Object value(String column) {
        int place = table.placeOf(column);
        if (place < 0) {
            throw new IllegalStateException("The table has no column " + column);
        }
        return values[place];
    }

    @Override
    public void take(String name, JsonParser json) {
        int place = table.placeOf(name);
        if (place >= 0) {
            values[place] = read(table.column(place), name, json);
            return;
        }
        switch (name) {
            case "v" -> version = LineJson.number(name, json).getIntValue();
            case "receivedAt", "received_at" -> receivedAt = WireTime.parseSpacedInstant(LineJson.text(name, json));
            case AttributesJson.NAME -> attributes = AttributesJson.read(json);
            default -> json.skipChildren();
        }
    }

    private static Object read(LineColumn column, String name, JsonParser json) {
        if (column instanceof LineColumn.Whole) {
            return LineJson.number(name, json).getLongValue();
        }
        if (column instanceof LineColumn.Decimal) {
            return LineJson.number(name, json).getDecimalValue();
        }
        String text = LineJson.text(name, json);
        if (column instanceof LineColumn.LocalTime) {
            return WireTime.parse(text);
        }
        return column instanceof LineColumn.Moment ? WireTime.parseSpacedInstant(text) : text;
    }

    @Override
    public Decoded line() {
        return table.lineOf(this, version);
    }
}
