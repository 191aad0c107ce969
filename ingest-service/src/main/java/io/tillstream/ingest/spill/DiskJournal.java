package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal of segment files in a folder, deleted as they are drained. */
final class DiskJournal implements Journal {

    private final SpillFolder folder;
    private final Limits limits;
    private final JournalCursor cursor;
    private final JournalSegments segments;
    private final SegmentReader reader;
    private @Nullable SegmentWriter writer;
    private long lastNumber;

    /** How large it may become, how much it leaves of the disk, and how large its files are. */
    record Limits(long maxBytes, long minFreeBytes, long segmentBytes) {}

    private DiskJournal(
            SpillFolder folder, JournalCursor cursor, JournalSegments segments, Limits limits, SpillMeters meters) {
        this.folder = folder;
        this.cursor = cursor;
        this.segments = segments;
        this.limits = limits;
        this.reader = new SegmentReader(folder, segments, cursor, meters);
        // Numbers are never used again, or the cursor of an earlier segment would hide the lines of a new one.
        this.lastNumber = Math.max(cursor.segment(), segments.lastNumber());
    }

    /**
     * Opens the journal in that folder, with all that was in it.
     *
     * @throws IllegalStateException when another process has it open
     */
    static DiskJournal open(Path path, Limits limits, SpillMeters meters) {
        return open(path, SpillFolder.Opener.OF_THE_PLATFORM, limits, meters);
    }

    static DiskJournal open(Path path, SpillFolder.Opener files, Limits limits, SpillMeters meters) {
        try {
            SpillFolder folder = SpillFolder.open(path, files);
            JournalCursor cursor = JournalCursor.open(folder.cursor());
            JournalSegments segments = new JournalSegments(new DiskRecovery(folder, cursor).recover());
            return new DiskJournal(folder, cursor, segments, limits, meters);
        } catch (IOException e) {
            throw new UncheckedIOException("The surge buffer cannot be opened", e);
        }
    }

    @Override
    public boolean hasRoomFor(long bytes) {
        return segments.bytesOnDisk() + bytes <= limits.maxBytes()
                && folder.usableBytes() - bytes >= limits.minFreeBytes();
    }

    @Override
    public void append(List<JournalFrame> frames) throws IOException {
        int from = 0;
        while (from < frames.size()) {
            SegmentWriter open = writerWithRoom();
            int to = from;
            for (long end = open.end(); to < frames.size() && end < limits.segmentBytes(); to++) {
                end += frames.get(to).size();
            }
            append(open, frames.subList(from, to));
            from = to;
        }
    }

    private void append(SegmentWriter open, List<JournalFrame> frames) throws IOException {
        try {
            open.append(frames);
        } catch (IOException e) {
            seal(open);
            throw e;
        }
        segments.grow(
                open.segment(),
                frames.stream().mapToLong(JournalFrame::size).sum(),
                frames.stream().mapToLong(JournalFrame::rows).sum());
    }

    private SegmentWriter writerWithRoom() throws IOException {
        SegmentWriter open = writer;
        if (open != null && open.end() < limits.segmentBytes()) {
            return open;
        }
        if (open != null) {
            seal(open);
        }
        lastNumber++;
        SegmentWriter next = SegmentWriter.create(folder, new JournalSegment(lastNumber, folder.segment(lastNumber)));
        segments.add(next.segment());
        writer = next;
        return next;
    }

    private void seal(SegmentWriter open) throws IOException {
        writer = null;
        segments.seal(open.segment());
        open.close();
    }

    @Override
    public void probe() throws IOException {
        folder.probe();
    }

    @Override
    public List<EncodedLine> oldest(long enoughBytes) throws IOException {
        return reader.oldest(enoughBytes);
    }

    @Override
    public void drained() throws IOException {
        reader.drained();
    }

    @Override
    public Backlog backlog() {
        return reader.backlog();
    }

    @Override
    public void close() {
        SegmentWriter open = writer;
        try (folder;
                cursor) {
            if (open != null) {
                seal(open);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
