package io.tillstream.model.codec;

import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads newline-delimited JSON as rows, one object a line; nothing but the current line is held. A line that is not one
 * well-formed JSON value becomes a row that validation rejects, and the lines after it are read all the same. Blank
 * lines are no rows. Safe for use by several threads.
 */
public final class NdjsonRows {

    /** Reads to the end of the stream. What the sink throws passes through. */
    public void read(InputStream body, RowSink rows) throws IOException {
        LineSplitter lines = new LineSplitter(ByteOrderMark.skip(body));
        while (lines.next()) {
            ByteBuffer line = lines.bytes();
            RawRow row = line == null
                    ? malformed("the line has more than " + LineSplitter.MAX_BYTES + " bytes", 1)
                    : row(line);
            if (row != null) {
                rows.take(row, lines.number());
            }
        }
    }

    /** The row on a line, or null when the line is blank. */
    private static @Nullable RawRow row(ByteBuffer line) {
        try (JsonParser json = JsonRow.FACTORY.createParser(
                ObjectReadContext.empty(), line.array(), line.arrayOffset() + line.position(), line.remaining())) {
            return row(json);
        }
    }

    private static @Nullable RawRow row(JsonParser json) {
        try {
            if (json.nextToken() == null) {
                return null;
            }
            RawRow row = JsonRow.read(json);
            return json.nextToken() == null ? row : malformed("there is more after the JSON value", columnOf(json));
        } catch (JacksonException e) {
            return malformed(JsonRow.reasonOf(e), columnOf(json));
        }
    }

    private static int columnOf(JsonParser json) {
        return json.currentLocation().getColumnNr();
    }

    private static RawRow malformed(String reason, int column) {
        return RawRow.unreadable(new FieldError(
                "", FieldError.MALFORMED, reason + " at column " + column + "; send one JSON object a line"));
    }
}
