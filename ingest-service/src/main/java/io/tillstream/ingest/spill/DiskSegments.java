package io.tillstream.ingest.spill;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Segments that are files in a folder, of which a file beside them says how far they are drained. */
final class DiskSegments implements SegmentStore {

    private final SpillFolder folder;
    private final Limits limits;
    private final JournalCursor cursor;
    private @Nullable SegmentWriter writer;
    private long lastNumber;

    /** How large it may become, how much it leaves of the disk, and how large its files are. */
    record Limits(long maxBytes, long minFreeBytes, long segmentBytes) {}

    private DiskSegments(SpillFolder folder, JournalCursor cursor, long lastNumber, Limits limits) {
        this.folder = folder;
        this.cursor = cursor;
        this.limits = limits;
        this.lastNumber = lastNumber;
    }

    /**
     * Opens the journal in that folder, with all that was in it.
     *
     * @throws IllegalStateException when another process has it open
     */
    static Journal openJournal(Path path, Limits limits, SpillMeters meters) {
        return openJournal(path, SpillFolder.Opener.OF_THE_PLATFORM, limits, meters);
    }

    static Journal openJournal(Path path, SpillFolder.Opener files, Limits limits, SpillMeters meters) {
        try {
            SpillFolder folder = SpillFolder.open(path, files);
            JournalCursor cursor = JournalCursor.open(folder.cursor());
            JournalSegments segments = new JournalSegments(new DiskRecovery(folder, cursor).recover());
            // Numbers are never used again, or the cursor of an earlier segment would hide the lines of a new one.
            long lastNumber = Math.max(cursor.segment(), segments.lastNumber());
            return new SegmentJournal(new DiskSegments(folder, cursor, lastNumber, limits), segments, meters);
        } catch (IOException e) {
            throw new UncheckedIOException("The surge buffer cannot be opened", e);
        }
    }

    @Override
    public boolean hasRoomFor(long bytes, long keptBytes) {
        return keptBytes + bytes <= limits.maxBytes() && folder.usableBytes() - bytes >= limits.minFreeBytes();
    }

    @Override
    public void append(List<JournalFrame> frames, JournalSegments segments) throws IOException {
        int from = 0;
        while (from < frames.size()) {
            SegmentWriter open = writerWithRoom(segments);
            int to = from;
            for (long end = open.end(); to < frames.size() && end < limits.segmentBytes(); to++) {
                end += frames.get(to).size();
            }
            append(open, frames.subList(from, to), segments);
            from = to;
        }
    }

    private void append(SegmentWriter open, List<JournalFrame> frames, JournalSegments segments) throws IOException {
        try {
            open.append(frames);
        } catch (IOException e) {
            seal(open, segments);
            throw e;
        }
        segments.grow(
                open.segment(),
                frames.stream().mapToLong(JournalFrame::size).sum(),
                frames.stream().mapToLong(JournalFrame::rows).sum());
    }

    private SegmentWriter writerWithRoom(JournalSegments segments) throws IOException {
        SegmentWriter open = writer;
        if (open != null && open.end() < limits.segmentBytes()) {
            return open;
        }
        if (open != null) {
            seal(open, segments);
        }
        lastNumber++;
        SegmentWriter next = SegmentWriter.create(folder, lastNumber);
        segments.add(next.segment());
        writer = next;
        return next;
    }

    private void seal(SegmentWriter open, JournalSegments segments) throws IOException {
        writer = null;
        segments.seal(open.segment());
        open.close();
    }

    @Override
    public void probe() throws IOException {
        folder.probe();
    }

    @Override
    public List<byte[]> read(List<JournalSegments.Part> parts) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (JournalSegments.Part part : parts) {
            byte[] bytes = new byte[Math.toIntExact(part.end() - part.start())];
            // Not by a channel, which closes itself under a thread that is interrupted.
            try (RandomAccessFile file =
                    new RandomAccessFile(fileOf(part.segment()).toFile(), "r")) {
                file.seek(part.start());
                file.readFully(bytes);
            }
            contents.add(bytes);
        }
        return contents;
    }

    @Override
    public void drainedTo(JournalSegment segment, long offset) throws IOException {
        cursor.moveTo(segment.number(), offset);
    }

    @Override
    public String setAside(JournalSegment segment, long offset, byte[] unreadable) throws IOException {
        return folder.setAside(segment.number(), offset, unreadable).toString();
    }

    @Override
    public void delete(List<JournalSegment> drained) throws IOException {
        for (JournalSegment segment : drained) {
            Files.deleteIfExists(fileOf(segment));
        }
    }

    @Override
    public void close() {
        SegmentWriter open = writer;
        writer = null;
        try (folder;
                cursor) {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path fileOf(JournalSegment segment) {
        return folder.file(segment.name());
    }
}
