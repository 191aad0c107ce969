package io.tillstream.ingest.spill;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what a process left in its journal. A write that a crash interrupted is cut off the last segment; nothing of it
 * was answered. Whatever else cannot be read is left to the drain, which sets it aside.
 */
final class DiskRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(DiskRecovery.class);

    private final SpillFolder folder;
    private final JournalCursor cursor;

    DiskRecovery(SpillFolder folder, JournalCursor cursor) {
        this.folder = folder;
        this.cursor = cursor;
    }

    /** The segments, oldest first, as far as they are not drained. */
    Deque<JournalSegment> recover() throws IOException {
        List<Long> numbers = folder.segments();
        Deque<JournalSegment> segments = new ArrayDeque<>();
        for (long number : numbers) {
            Path file = folder.file(SpillFolder.nameOf(number));
            if (number < cursor.segment()) {
                Files.delete(file);
            } else {
                segments.add(recover(number, file, number == numbers.getLast()));
            }
        }
        return segments;
    }

    private JournalSegment recover(long number, Path file, boolean last) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int start = number == cursor.segment() ? (int) Math.min(cursor.offset(), bytes.limit()) : 0;
        int end = start;
        long rows = 0;
        while (end < bytes.limit()) {
            JournalPiece next = JournalPiece.at(bytes, end);
            if (last && next instanceof JournalPiece.Unreadable && next.to() == bytes.limit()) {
                cut(file, end, next.to());
                break;
            }
            rows += next instanceof JournalPiece.Whole frame ? frame.rows() : 0;
            end = next.to();
        }
        return JournalSegment.sealed(number, SpillFolder.nameOf(number), start, end, rows);
    }

    private static void cut(Path file, int from, int to) throws IOException {
        LOG.warn("{} ends with a write that was interrupted: its last {} bytes are cut off", file, to - from);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(from);
            open.getFD().sync();
        }
    }
}
