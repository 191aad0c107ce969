package io.tillstream.ingest.accept;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * Waits for a small body, or for the beginning of a larger one, in no more memory than what has arrived takes: whoever
 * is slow to send keeps nothing else busy meanwhile.
 */
final class BodyStart {

    /** Some fifty rows. Connections are bounded, so all together wait in a bounded memory, too. */
    static final int BYTES = 16 << 10;

    private static final int FIRST = 512;

    private BodyStart() {}

    /**
     * The same body, with the bytes that have already arrived.
     *
     * @param announced its length, or -1
     */
    static InputStream awaited(InputStream body, long announced) throws IOException {
        byte[] bytes = new byte[FIRST];
        int count = 0;
        int read = 0;
        while (read >= 0 && count < BYTES && count != announced) {
            if (count == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(2 * count, BYTES));
            }
            read = body.read(bytes, count, bytes.length - count);
            count += Math.max(read, 0);
        }
        InputStream start = new ByteArrayInputStream(bytes, 0, count);
        return read < 0 || count == announced ? start : new SequenceInputStream(start, body);
    }
}
