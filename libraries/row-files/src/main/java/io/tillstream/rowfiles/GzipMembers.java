package io.tillstream.rowfiles;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * The content of a gzip file (RFC 1952): all of its members, one after the other, each held against its checksum and
 * length. Zeros after the last, with which tapes and block devices are filled up, are passed over; anything else there
 * is an error. {@link java.util.zip.GZIPInputStream} ends there without a word.
 */
final class GzipMembers extends InputStream {

    private static final int DEFLATE = 8;
    private static final int HEADER_SUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xE0;
    private static final int BYTES_OF_TIME_AND_SYSTEM = 6;

    private final Inflating packed;
    private final FileLimits limits;
    private final CRC32 sum = new CRC32();
    private final CRC32 headerSum = new CRC32();
    private long unpacked;
    private boolean isInside;
    private boolean isEnded;

    GzipMembers(InputStream packed, FileLimits limits) {
        this.packed = new Inflating(packed);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!isEnded) {
            if (!isInside) {
                begin();
                continue;
            }
            int count = packed.inflate(bytes, offset, length);
            if (count > 0) {
                sum.update(bytes, offset, count);
                unpacked += count;
                limits.check(packed.taken(), unpacked);
                return count;
            }
            finish();
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    private void begin() throws IOException {
        headerSum.reset();
        int first = nextMember();
        if (isEnded) {
            return;
        }
        if (first != 0x1F || headerByte() != 0x8B) {
            throw new IOException("what follows its compressed data is not gzip");
        }
        if (headerByte() != DEFLATE) {
            throw new IOException("a header in it is damaged");
        }
        header(headerByte());
        sum.reset();
        packed.restart();
        isInside = true;
    }

    /** The first byte of the next member, if there is one. */
    private int nextMember() throws IOException {
        int first = packed.next();
        boolean isPadded = unpacked > 0 && first == 0;
        while (isPadded && first == 0) {
            first = packed.next();
        }
        if (first < 0) {
            isEnded = true;
        } else if (isPadded) {
            throw new IOException("what follows its compressed data is not gzip");
        }
        headerSum.update(first);
        return first;
    }

    private void header(int flags) throws IOException {
        if ((flags & RESERVED) != 0) {
            throw new IOException("a header in it is damaged");
        }
        skip(BYTES_OF_TIME_AND_SYSTEM);
        if ((flags & EXTRA) != 0) {
            skip(headerByte() | headerByte() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_SUM) != 0) {
            long expected = headerSum.getValue() & 0xFFFF;
            if ((headerByte() | headerByte() << 8) != expected) {
                throw new IOException("a header in it is damaged");
            }
        }
    }

    private void finish() throws IOException {
        if (number() != sum.getValue() || number() != (packed.inflated() & 0xFFFF_FFFFL)) {
            throw new IOException("its content does not match its checksum");
        }
        isInside = false;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            headerByte();
        }
    }

    private void skipText() throws IOException {
        int c = headerByte();
        while (c != 0) {
            c = headerByte();
        }
    }

    private int headerByte() throws IOException {
        int next = next();
        headerSum.update(next);
        return next;
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        int next = packed.next();
        if (next < 0) {
            throw new EOFException("it is cut off");
        }
        return next;
    }
}
