package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives out the lines of segments, the oldest first. Several segments are read at a time, because a small object takes
 * as long as a large one; they are deleted when the lines of all of those have reached the stream.
 */
final class SegmentDrain implements DrainSource {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentDrain.class);
    private static final int MAX_READ = 64;
    private static final long ENOUGH_READ_BYTES = 8L << 20;

    private final SegmentStore store;
    private final JournalSegments segments;
    private final SpillMeters meters;
    private List<Head> heads = List.of();
    private List<Head> given = List.of();
    private volatile @Nullable Instant oldest;

    /** A part of a segment that was read. */
    private record Head(JournalSegments.Part part, FrameWindow window) {

        /** Maps a place in the window to the place in the segment. */
        long offsetOf(int position) {
            return position == window.size() ? part.end() : part.start() + position;
        }
    }

    SegmentDrain(SegmentStore store, JournalSegments segments, SpillMeters meters) {
        this.store = store;
        this.segments = segments;
        this.meters = meters;
    }

    @Override
    public Backlog backlog() {
        Backlog waiting = segments.backlog();
        return new Backlog(waiting.rows(), waiting.bytes(), waiting.bytes() == 0 ? null : oldest);
    }

    @Override
    public List<EncodedLine> oldest(long enoughBytes) throws IOException {
        List<EncodedLine> lines = List.of();
        while (lines.isEmpty() && hasMore()) {
            lines = take(enoughBytes);
        }
        oldest = lines.isEmpty() ? null : given.getFirst().window().oldest();
        return lines;
    }

    @Override
    public void drained() throws IOException {
        for (Head head : given) {
            head.window().confirm();
            drainTo(head, head.window().position(), head.window().takenRows());
        }
        if (!given.isEmpty()) {
            Head last = given.getLast();
            store.drainedTo(last.part().segment(), last.offsetOf(last.window().position()));
        }
        given = List.of();
    }

    /** Lines of as many segments as it takes; what cannot be read is set aside when no line is before it. */
    private List<EncodedLine> take(long enoughBytes) throws IOException {
        List<EncodedLine> lines = new ArrayList<>();
        given = new ArrayList<>();
        long left = enoughBytes;
        for (Head head : heads) {
            FrameWindow window = head.window();
            if (!lines.isEmpty() && (left <= 0 || !window.isReadable())) {
                break;
            }
            List<EncodedLine> some = window.take(left, (from, unreadable) -> setAside(head, from, unreadable));
            left -= window.takenBytes();
            if (!some.isEmpty()) {
                lines.addAll(some);
                given.add(head);
            }
            if (!window.isTaken()) {
                break;
            }
        }
        return lines;
    }

    private boolean hasMore() throws IOException {
        if (heads.stream().allMatch(head -> head.window().isExhausted())) {
            heads = List.of();
            List<JournalSegment> done = segments.done();
            if (!done.isEmpty()) {
                store.delete(done);
                segments.remove(done);
            }
            heads = read(segments.toDrain(MAX_READ, ENOUGH_READ_BYTES));
        }
        return !heads.isEmpty();
    }

    private List<Head> read(List<JournalSegments.Part> parts) throws IOException {
        List<byte[]> contents = parts.isEmpty() ? List.of() : store.read(parts);
        List<Head> read = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Head head = new Head(parts.get(i), new FrameWindow(contents.get(i)));
            if (head.window().size() == 0) {
                drainTo(head, 0, 0);
            }
            read.add(head);
        }
        return read;
    }

    private void setAside(Head head, int from, ByteBuffer unreadable) throws IOException {
        byte[] bytes = new byte[unreadable.remaining()];
        unreadable.get(bytes);
        JournalSegment segment = head.part().segment();
        String kept = store.setAside(segment, head.offsetOf(from), bytes);
        LOG.error("{} bytes of spilled rows cannot be read; they are kept in {}", bytes.length, kept);
        meters.corrupt();
        drainTo(head, from + bytes.length, 0);
        store.drainedTo(segment, head.offsetOf(from + bytes.length));
    }

    private void drainTo(Head head, int position, long rows) {
        segments.drainTo(head.part().segment(), head.offsetOf(position), rows);
    }
}
