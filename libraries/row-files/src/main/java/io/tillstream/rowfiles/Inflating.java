package io.tillstream.rowfiles;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads compressed data, and what stands between, from a stream of bytes. */
final class Inflating implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final InputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long taken;

    Inflating(InputStream packed) {
        this.packed = packed;
    }

    /** The next bytes that come out, or -1 at the end of this stretch of compressed data. */
    int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(into, offset, length);
            while (count == 0 && !inflater.finished()) {
                if (inflater.needsDictionary()) {
                    throw new IOException("its compressed data is damaged");
                }
                giveMore();
                count = inflater.inflate(into, offset, length);
            }
            return count == 0 ? atEnd() : count;
        } catch (DataFormatException e) {
            throw new IOException("its compressed data is damaged: " + e.getMessage(), e);
        }
    }

    /** The next byte that is not compressed, or -1 at the end. */
    int next() throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        return Byte.toUnsignedInt(buffer[at++]);
    }

    /** Makes ready for another stretch of compressed data. */
    void restart() {
        inflater.reset();
    }

    /** How many packed bytes were taken so far. */
    long taken() {
        return taken;
    }

    /** How many bytes came out of this stretch. */
    long inflated() {
        return inflater.getBytesWritten();
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }

    private int atEnd() {
        at = end - inflater.getRemaining();
        return -1;
    }

    private void giveMore() throws IOException {
        if (at == end && !fill()) {
            throw new EOFException("its compressed data is cut off");
        }
        inflater.setInput(buffer, at, end - at);
        at = end;
    }

    private boolean fill() throws IOException {
        int count = packed.read(buffer);
        at = 0;
        end = Math.max(count, 0);
        taken += end;
        return count > 0;
    }
}
