package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    public void append(List<JournalFrame> frames) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        frames.forEach(frame -> body.writeBytes(frame.bytes()));
        int rows = frames.stream().mapToInt(JournalFrame::rows).sum();
        // A number is used once. An object that is put by an attempt that fails for good was promised to nobody, and is
        // drained as if left by another instance.
        sequence++;
        SpilledObject object = new SpilledObject(keys.lines(sequence, rows), body.size(), rows);
        put(object.key(), body.toByteArray());
        backlog.add(object);
    }

    private void put(String key, byte[] bytes) throws IOException {
        if (objects.putIfAbsent(key, bytes).isEmpty()) {
            requireSame(key, bytes);
        }
    }

    /** An object that is there already was put by an attempt that seemed to fail; so it is if it holds the same. */
    private void requireSame(String key, byte[] bytes) throws IOException {
        if (objects.get(key).filter(found -> Arrays.equals(found, bytes)).isEmpty()) {
            throw new IOException("The store neither takes nor has " + key);
        }
    }

    @Override
    public void probe() throws IOException {
        String key = keys.probe();
        put(key, key.getBytes(StandardCharsets.UTF_8));
        objects.delete(List.of(key));
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
