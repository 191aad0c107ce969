package io.tillstream.model.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines of bytes. Holds no more than a line, and no more than the bound of one. */
public final class LineSplitter {

    static final int MAX_BYTES = 1 << 18;
    private static final int FIRST_BYTES = 1 << 14;

    private final InputStream in;
    private final int maxBytes;
    private byte[] buffer = new byte[FIRST_BYTES];
    private int start;
    private int end;
    private boolean ended;
    private long number;
    private @Nullable ByteBuffer line;

    LineSplitter(InputStream in) {
        this(in, MAX_BYTES);
    }

    /** @param maxBytes the bound of a line */
    public LineSplitter(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Goes to the next line, if there is one. */
    public boolean next() throws IOException {
        int searched = start;
        int stop = lineEnd(searched);
        boolean tooLong = false;
        while (stop < 0 && !ended) {
            if (end - start >= maxBytes) {
                tooLong = true;
                start = end;
            }
            searched = end - start;
            read();
            stop = lineEnd(start + searched);
        }
        boolean last = stop < 0;
        if (last && start == end && !tooLong) {
            return false;
        }
        number++;
        int lineEnd = last ? end : stop;
        line = tooLong ? null : ByteBuffer.wrap(buffer, start, lineEnd - start);
        start = last ? end : stop + 1;
        return true;
    }

    /** The line without its end, until the next call; null when it is too long. */
    public @Nullable ByteBuffer bytes() {
        return line;
    }

    /** Counted from 1. */
    public long number() {
        return number;
    }

    private int lineEnd(int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Moves the rest to the front of the buffer, and reads more behind it. */
    private void read() throws IOException {
        int held = end - start;
        boolean full = held > buffer.length / 2 && buffer.length < maxBytes;
        byte[] target = full ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, start, target, 0, held);
        buffer = target;
        start = 0;
        end = held;
        int count = in.read(buffer, end, buffer.length - end);
        ended = count < 0;
        end += Math.max(count, 0);
    }
}
