package io.tillstream.rowfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The numbers of a zip's directory entry that may be too large for their fields, and then stand behind it. */
record ZipSizes(long packed, long unpacked, long offset) {

    private static final int LARGE_NUMBERS = 1;
    private static final long BEHIND = 0xFFFF_FFFFL;

    static ZipSizes of(ByteBuffer entry, byte[] extra) throws IOException {
        ByteBuffer large = largeNumbers(extra);
        // In this order they stand behind.
        long unpacked = number(entry.getInt(24), large);
        long packed = number(entry.getInt(20), large);
        return new ZipSizes(packed, unpacked, number(entry.getInt(42), large));
    }

    private static long number(int field, ByteBuffer large) throws IOException {
        long number = Integer.toUnsignedLong(field);
        if (number < BEHIND) {
            return number;
        }
        if (large.remaining() < Long.BYTES) {
            throw ZipDirectory.damaged();
        }
        long behind = large.getLong();
        if (behind < 0) {
            throw ZipDirectory.damaged();
        }
        return behind;
    }

    private static ByteBuffer largeNumbers(byte[] extra) {
        ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 2 * Short.BYTES) {
            int kind = Short.toUnsignedInt(fields.getShort());
            int length = Math.min(Short.toUnsignedInt(fields.getShort()), fields.remaining());
            if (kind == LARGE_NUMBERS) {
                return fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            fields.position(fields.position() + length);
        }
        return ByteBuffer.allocate(0);
    }
}
