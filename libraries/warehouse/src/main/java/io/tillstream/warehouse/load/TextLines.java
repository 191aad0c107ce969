package io.tillstream.warehouse.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines from a stream of bytes, one at a time; of a line that is too long only the beginning is kept. */
final class TextLines {

    /** Far above any line of ours: 1,000 characters of description and a few dozen attributes. */
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    private byte[] line = new byte[1 << 10];
    private int length;
    private boolean tooLong;
    private long number;

    TextLines(InputStream in) {
        this.in = in;
    }

    /** Moves on to the next line; false at the end. A last line needs no line end. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int newline = at;
            while (newline < end && buffer[newline] != '\n') {
                newline++;
            }
            append(at, newline);
            at = newline + 1;
            if (newline < end) {
                break;
            }
        }
        number += any ? 1 : 0;
        return any;
    }

    /** Counted from one. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\r' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    byte[] bytes() {
        return Arrays.copyOf(line, length);
    }

    private boolean fill() throws IOException {
        end = in.read(buffer, 0, buffer.length);
        at = 0;
        return end > 0;
    }

    private void append(int from, int to) {
        int added = Math.min(to - from, LONGEST - length);
        tooLong |= added < to - from;
        if (length + added > line.length) {
            line = Arrays.copyOf(line, Math.max(length + added, 2 * line.length));
        }
        System.arraycopy(buffer, from, line, length, added);
        length += added;
    }
}
