package io.tillstream.model.codec;

import io.tillstream.model.TransactionLine;
import java.nio.ByteBuffer;

/**
 * The form of a line of transactions on the wire and in the lake, for who has to do with these lines alone. It ignores
 * what is derived ({@code lineTotal}, and {@code kind} but for {@code VOID}).
 */
public final class LineCodec {

    /** The UTF-8 JSON of a line, without a line end. */
    public byte[] encode(TransactionLine line) {
        return TransactionColumns.WIRE.encode(line);
    }

    /** The line in these bytes, or why there is none. */
    public Decoded decode(byte[] bytes) {
        return TransactionColumns.WIRE.decode(bytes);
    }

    /** The line in what remains of the buffer, whose position is left alone. */
    public Decoded decode(ByteBuffer buffer) {
        return TransactionColumns.WIRE.decode(buffer);
    }
}
