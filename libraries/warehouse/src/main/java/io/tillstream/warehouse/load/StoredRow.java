package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineColumn;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.LineTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * A row of a table of lines, or of staging, as the line that it was: by way of the wire form, which leaves alone what is
 * derived from other columns.
 */
final class StoredRow {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Rows of earlier versions do not say it, and come before all that do. */
    private static final String NOT_SAID = MOMENT.format(Instant.EPOCH);

    private final LineTable table;
    private final LineForm wireForm;

    StoredRow(LineTable table, LineForm wireForm) {
        this.table = table;
        this.wireForm = wireForm;
    }

    /**
     * The line of the row at which the result stands.
     *
     * @param before how many columns stand before those of the line
     */
    FeedLine lineOf(ResultSet row, int before) throws SQLException {
        ObjectNode object = JSON.createObjectNode();
        object.put("v", wireForm.version());
        int place = before;
        for (LineColumn column : table.columns()) {
            put(object, column, row, ++place);
        }
        object.put("receivedAt", Objects.requireNonNullElse(momentOf(row, ++place), NOT_SAID));
        object.putRawValue("attributes", new RawValue(Objects.requireNonNullElse(row.getString(++place), "null")));
        return switch (wireForm.decode(JSON.writeValueAsBytes(object))) {
            case Decoded.Line decoded -> decoded.line();
            case Decoded.Undecodable undecodable ->
                throw new LoadMismatchException(
                        "A row of " + table.name() + " is no line: " + undecodable.reason() + "; " + keyOf(object));
        };
    }

    private String keyOf(ObjectNode object) {
        return table.key().stream()
                .map(column -> column + " " + object.path(table.column(column).wireName()))
                .collect(Collectors.joining(", "));
    }

    private static void put(ObjectNode object, LineColumn column, ResultSet row, int place) throws SQLException {
        switch (column) {
            case LineColumn.Text text -> object.put(text.wireName(), row.getString(place));
            case LineColumn.Whole whole -> object.put(whole.wireName(), row.getLong(place));
            case LineColumn.Decimal decimal -> object.put(decimal.wireName(), row.getBigDecimal(place));
            case LineColumn.LocalTime time ->
                object.put(time.wireName(), TIME.format(row.getObject(place, LocalDateTime.class)));
            case LineColumn.Moment moment -> object.put(moment.wireName(), momentOf(row, place));
        }
    }

    /** Not by way of a Timestamp, whose days before 1582 are those of another calendar. */
    private static @Nullable String momentOf(ResultSet row, int place) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(place, OffsetDateTime.class);
        return moment == null ? null : MOMENT.format(moment.toInstant());
    }
}
