package io.tillstream.ingest.spill;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * How far a journal is drained, kept in a file of fixed size, so that it can be moved on a full disk. A cursor that
 * cannot be read stands at the beginning: lines are drained twice then, which changes nothing.
 */
final class JournalCursor implements AutoCloseable {

    private static final int POSITION_BYTES = 2 * Long.BYTES;

    private final RandomAccessFile file;
    private final long segment;
    private final long offset;

    private JournalCursor(RandomAccessFile file, long segment, long offset) {
        this.file = file;
        this.segment = segment;
        this.offset = offset;
    }

    static JournalCursor open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        byte[] bytes = new byte[POSITION_BYTES + Integer.BYTES];
        if (file.length() == bytes.length) {
            file.readFully(bytes);
        }
        ByteBuffer content = ByteBuffer.wrap(bytes);
        boolean intact = content.getInt(POSITION_BYTES) == checksum(bytes);
        return new JournalCursor(file, intact ? content.getLong(0) : 0, intact ? content.getLong(Long.BYTES) : 0);
    }

    /** The segment where it stood when it was opened. */
    long segment() {
        return segment;
    }

    /** The place in that segment. */
    long offset() {
        return offset;
    }

    void moveTo(long newSegment, long newOffset) throws IOException {
        byte[] bytes = new byte[POSITION_BYTES + Integer.BYTES];
        ByteBuffer content = ByteBuffer.wrap(bytes);
        content.putLong(newSegment).putLong(newOffset);
        content.putInt(checksum(bytes));
        file.seek(0);
        file.write(bytes);
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, POSITION_BYTES);
        return (int) crc.getValue();
    }
}
