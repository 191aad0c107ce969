package io.tillstream.consumers.reprocess;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of an object as bytes, which nothing has tried to make characters of. */
final class RawLines {

    /** Several times what the longest line of the model comes to. */
    private static final int MAX_BYTES = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private long number;

    RawLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, or null after the last. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        while (fill()) {
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            line.write(buffer, from, next - from);
            if (line.size() > MAX_BYTES) {
                throw new IOException("line " + (number + 1) + " is no line: it has more than " + MAX_BYTES + " bytes");
            }
            if (next < end) {
                next++;
                return counted(line);
            }
        }
        return line.size() == 0 ? null : counted(line);
    }

    /** The number of the line that was last, counted from 1. */
    long number() {
        return number;
    }

    private byte[] counted(ByteArrayOutputStream line) {
        number++;
        return line.toByteArray();
    }

    private boolean fill() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }
}
