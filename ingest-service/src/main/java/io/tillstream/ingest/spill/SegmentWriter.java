package io.tillstream.ingest.spill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends to a new segment. After a failure it must be closed, because nobody knows what a failed sync left behind. */
final class SegmentWriter implements AutoCloseable {

    private final Segment segment;
    private final FileChannel channel;
    private long end;

    private SegmentWriter(Segment segment, FileChannel channel) {
        this.segment = segment;
        this.channel = channel;
    }

    static SegmentWriter create(SpillFolder folder, Segment segment) throws IOException {
        FileChannel channel = FileChannel.open(segment.file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            folder.sync();
            return new SegmentWriter(segment, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    Segment segment() {
        return segment;
    }

    long end() {
        return end;
    }

    /** Writes and syncs. When that fails, tries to leave nothing of it. */
    void append(List<Frame> frames) throws IOException {
        ByteBuffer[] buffers =
                frames.stream().map(frame -> ByteBuffer.wrap(frame.bytes())).toArray(ByteBuffer[]::new);
        long size = frames.stream().mapToLong(Frame::size).sum();
        try {
            for (long left = size; left > 0; ) {
                left -= channel.write(buffers);
            }
            channel.force(false);
            end += size;
        } catch (IOException e) {
            cut(e);
            throw e;
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
