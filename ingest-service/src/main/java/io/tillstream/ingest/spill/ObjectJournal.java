package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** A journal of objects, one for every append, under the name of this instance alone. */
final class ObjectJournal implements Journal {

    private final SpillObjects objects;
    private final SpillKeys keys;
    private final long maxBytes;
    private final ObjectBacklog backlog;
    private long sequence;

    ObjectJournal(SpillObjects objects, SpillKeys keys, long maxBytes, SpillMeters meters) {
        this.objects = objects;
        this.keys = keys;
        this.maxBytes = maxBytes;
        this.backlog = new ObjectBacklog(objects, meters);
    }

    @Override
    public boolean hasRoomFor(long bytes) {
        return backlog.backlog().bytes() + bytes <= maxBytes;
    }

    @Override
    public void append(List<Frame> frames) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        frames.forEach(frame -> body.writeBytes(frame.bytes()));
        int rows = frames.stream().mapToInt(Frame::rows).sum();
        // A number is used once: an object that is there already was put by an attempt that seemed to fail. One that is
        // put by an attempt that fails for good was promised to nobody, and is drained as if left by another instance.
        sequence++;
        SpilledObject object = new SpilledObject(keys.lines(sequence, rows), body.size(), rows);
        objects.putIfAbsent(object.key(), body.toByteArray());
        backlog.add(object);
    }

    @Override
    public List<EncodedLine> oldest(long enoughBytes) throws IOException {
        return backlog.oldest(enoughBytes);
    }

    @Override
    public void drained() {
        backlog.drained();
    }

    @Override
    public Backlog backlog() {
        return backlog.backlog();
    }

    @Override
    public void close() {
        // All that was appended is in its objects.
    }
}
