package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drains segments: reads the oldest as a whole, and moves the cursor as its lines reach the stream. */
final class SegmentReader implements DrainSource {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentReader.class);

    private final SpillFolder folder;
    private final JournalSegments segments;
    private final JournalCursor cursor;
    private final SpillMeters meters;
    private @Nullable Head head;
    private volatile @Nullable Instant oldest;

    /** What was read of a segment, from an offset on. */
    private record Head(JournalSegment segment, long offset, FrameWindow window) {}

    SegmentReader(SpillFolder folder, JournalSegments segments, JournalCursor cursor, SpillMeters meters) {
        this.folder = folder;
        this.segments = segments;
        this.cursor = cursor;
        this.meters = meters;
    }

    @Override
    public List<EncodedLine> oldest(long enoughBytes) throws IOException {
        for (Head next = head(); next != null; next = head()) {
            Head current = next;
            List<EncodedLine> lines =
                    current.window().take(enoughBytes, (from, bytes) -> setAside(current, from, bytes));
            if (!lines.isEmpty()) {
                oldest = current.window().oldest();
                return lines;
            }
        }
        oldest = null;
        return List.of();
    }

    @Override
    public void drained() throws IOException {
        Head current = head;
        if (current != null) {
            current.window().confirm();
            moveTo(current, current.window().position(), current.window().takenRows());
        }
    }

    @Override
    public Backlog backlog() {
        Backlog waiting = segments.backlog();
        return new Backlog(waiting.rows(), waiting.bytes(), waiting.bytes() == 0 ? null : oldest);
    }

    private void setAside(Head current, int from, ByteBuffer unreadable) throws IOException {
        int length = unreadable.remaining();
        Path kept = folder.setAside(current.segment().number(), current.offset() + from, unreadable);
        LOG.error("{} bytes of spilled rows cannot be read; they are kept in {}", length, kept);
        meters.corrupt();
        moveTo(current, from + length, 0);
    }

    private void moveTo(Head current, int position, long rows) throws IOException {
        long offset = current.offset() + position;
        segments.drainTo(current.segment(), offset, rows);
        cursor.moveTo(current.segment().number(), offset);
    }

    private @Nullable Head head() throws IOException {
        if (head == null || head.window().isExhausted()) {
            head = null;
            JournalSegments.Part part = segments.toDrain();
            head = part == null ? null : read(part);
        }
        return head;
    }

    private static Head read(JournalSegments.Part part) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(part.end() - part.start())];
        // Not by a channel, which closes itself under a thread that is interrupted.
        try (RandomAccessFile file = new RandomAccessFile(part.segment().file().toFile(), "r")) {
            file.seek(part.start());
            file.readFully(bytes);
        }
        return new Head(part.segment(), part.start(), new FrameWindow(bytes));
    }
}
