package io.tillstream.ingest.spill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Appends to a new segment. After a failure it must be closed, because nobody knows what a failed sync left behind. */
final class SegmentWriter implements AutoCloseable {

    private final JournalSegment segment;
    private final Path file;
    private final FileChannel channel;
    private long end;

    private SegmentWriter(JournalSegment segment, Path file, FileChannel channel) {
        this.segment = segment;
        this.file = file;
        this.channel = channel;
    }

    static SegmentWriter create(SpillFolder folder, long number) throws IOException {
        JournalSegment segment = new JournalSegment(number, SpillFolder.nameOf(number));
        Path file = folder.file(segment.name());
        return new SegmentWriter(segment, file, folder.create(file));
    }

    JournalSegment segment() {
        return segment;
    }

    long end() {
        return end;
    }

    /** Writes and syncs. When that fails, tries to leave nothing of it. */
    void append(List<JournalFrame> frames) throws IOException {
        ByteBuffer[] buffers =
                frames.stream().map(frame -> ByteBuffer.wrap(frame.bytes())).toArray(ByteBuffer[]::new);
        long size = frames.stream().mapToLong(JournalFrame::size).sum();
        try {
            for (long left = size; left > 0; ) {
                left -= channel.write(buffers);
            }
            channel.force(false);
            requireThere();
            end += size;
        } catch (IOException e) {
            cut(e);
            throw e;
        }
    }

    /** Writes to a file that someone deleted succeed, and are lost. */
    private void requireThere() throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
    }

    private void cut(IOException cause) {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
