package io.tillstream.model.codec;

import io.tillstream.model.FeedLine;
import java.nio.ByteBuffer;
import java.util.function.Function;

/**
 * A form of a feed's lines: one JSON object a line, its properties in the order of the table's columns, absent ones left
 * out, numbers exact and plain. What is encoded decodes to an equal line. Decoding never throws for bad bytes, and
 * ignores properties that it does not know. Safe for use by several threads.
 */
public final class LineForm {

    private static final byte[] VERSION = JsonBytes.name("v");

    private final ColumnWriter[] columns;
    private final ColumnWriter receivedAt;
    private final int version;
    private final LineParser parser;

    private LineForm(LineTable table, Function<LineColumn, ColumnWriter> writer, int version, LineParser parser) {
        this.columns = table.columns().stream().map(writer).toArray(ColumnWriter[]::new);
        this.receivedAt = writer.apply(new LineColumn.Moment("received_at", FeedLine::receivedAt));
        this.version = version;
        this.parser = parser;
    }

    /**
     * The form in the stream and in the lake.
     *
     * @param version of a line; what voids one is of the next, so that a reader that knows no voids refuses it rather
     *     than counting a line of nothing
     */
    public static LineForm wire(LineTable table, int version, LineParser parser) {
        return new LineForm(table, ColumnWriter::onTheWire, version, parser);
    }

    /**
     * The form that the warehouse loads: columns by their names, times as both Redshift and PostgreSQL read them without
     * being told how ({@code 2010-12-01 08:26:00}). What identifies a line is in it unchanged: a row that is loaded again
     * is known by that.
     */
    public static LineForm warehouse(LineTable table, LineParser parser) {
        return new LineForm(table, ColumnWriter::inTheWarehouse, 0, parser);
    }

    /** The version that a line says it is of; 0 in a form that says none. */
    public int version() {
        return version;
    }

    /** The UTF-8 JSON of a line, without a line end. */
    public byte[] encode(FeedLine line) {
        JsonBytes json = new JsonBytes();
        write(json, line);
        return json.toByteArray();
    }

    void write(JsonBytes json, FeedLine line) {
        json.open();
        if (version > 0) {
            json.property(VERSION, line.isVoid() ? version + 1 : version);
        }
        for (ColumnWriter column : columns) {
            column.write(json, line);
        }
        receivedAt.write(json, line);
        if (!line.attributes().isEmpty()) {
            AttributesJson.write(json, line.attributes());
        }
        json.close();
    }

    /** The line in these bytes, or why there is none. */
    public Decoded decode(byte[] bytes) {
        return parser.parse(bytes, 0, bytes.length);
    }

    /** The line in what remains of the buffer, whose position is left alone. */
    public Decoded decode(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            return parser.parse(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return decode(bytes);
    }
}
