package io.tillstream.model.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** The three bytes that some programs put before UTF-8 text. */
final class ByteOrderMark {

    private static final byte[] BYTES = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private ByteOrderMark() {}

    /** The stream without a mark at its start. */
    static InputStream skip(InputStream bytes) throws IOException {
        PushbackInputStream rest = new PushbackInputStream(bytes, BYTES.length);
        byte[] start = rest.readNBytes(BYTES.length);
        if (!Arrays.equals(start, BYTES)) {
            rest.unread(start);
        }
        return rest;
    }
}
