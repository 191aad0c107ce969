package io.tillstream.rowfiles;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** What the end of a zip says of its directory: where it begins, how long it is, and how many files it lists. */
record ZipEnd(long start, long length, long entries) {

    private static final int END = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LARGE_LOCATOR = 0x07064B50;
    private static final int LARGE_LOCATOR_LENGTH = 20;
    private static final int LARGE_END = 0x06064B50;
    private static final int LARGE_END_LENGTH = 56;

    static ZipEnd of(FileChannel zip) throws IOException {
        int searched = (int) Math.min(zip.size(), END_LENGTH + LONGEST_COMMENT);
        long from = zip.size() - searched;
        ByteBuffer tail = ZipDirectory.bytes(zip, from, searched);
        for (int at = searched - END_LENGTH; at >= 0; at--) {
            boolean isEnd = tail.getInt(at) == END && unsigned(tail, at + 20) == searched - at - END_LENGTH;
            if (isEnd) {
                return of(zip, tail, at, from);
            }
        }
        throw new EOFException("its end is missing: it is cut off, or not written to the end");
    }

    private static ZipEnd of(FileChannel zip, ByteBuffer tail, int at, long from) throws IOException {
        ZipEnd end = new ZipEnd(
                Integer.toUnsignedLong(tail.getInt(at + 16)),
                Integer.toUnsignedLong(tail.getInt(at + 12)),
                unsigned(tail, at + 10));
        long endOfDirectory = from + at;
        if (isLarge(tail, at)) {
            endOfDirectory = tail.getLong(at - LARGE_LOCATOR_LENGTH + 8);
            ByteBuffer large = ZipDirectory.bytes(zip, endOfDirectory, LARGE_END_LENGTH);
            if (large.getInt(0) != LARGE_END) {
                throw ZipDirectory.damaged();
            }
            end = new ZipEnd(large.getLong(48), large.getLong(40), large.getLong(32));
        }
        if (end.start < 0 || end.length < 0 || end.start + end.length != endOfDirectory) {
            throw ZipDirectory.damaged();
        }
        return end;
    }

    /** Some writers add the end for large zips to small ones. */
    private static boolean isLarge(ByteBuffer tail, int at) {
        return at >= LARGE_LOCATOR_LENGTH && tail.getInt(at - LARGE_LOCATOR_LENGTH) == LARGE_LOCATOR;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
