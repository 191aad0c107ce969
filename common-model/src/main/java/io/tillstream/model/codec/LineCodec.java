package io.tillstream.model.codec;

import io.tillstream.model.TransactionLine;
import java.nio.ByteBuffer;

/**
 * The form of a line on the wire and in the lake: one JSON object, version 1 (2 of what voids a line), absent fields left out, money as exact
 * plain decimals.
 *
 * <p>What is encoded decodes to an equal line. Decoding never throws for bad bytes; it ignores fields it does not
 * know, and the derived ones ({@code lineTotal}, and {@code kind} but for {@code VOID}). Safe for use by several threads.
 */
public final class LineCodec {

    /** The UTF-8 JSON of a line, without a line end. */
    public byte[] encode(TransactionLine line) {
        return LineWriter.write(line);
    }

    /** The line in these bytes, or why there is none. */
    public Decoded decode(byte[] bytes) {
        return LineReader.read(bytes, 0, bytes.length);
    }

    /** The line in what remains of the buffer, whose position is left alone. */
    public Decoded decode(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            return LineReader.read(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return decode(bytes);
    }
}
