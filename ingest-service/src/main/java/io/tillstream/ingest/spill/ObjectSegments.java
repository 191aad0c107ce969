package io.tillstream.ingest.spill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Segments that are objects, one for every append, under the name of this instance alone. How far they are drained is
 * kept nowhere: a segment that is drained in part is drained again by whoever finds it.
 */
final class ObjectSegments implements SegmentStore {

    private final SpillObjects objects;
    private final SpillKeys keys;
    private final long maxBytes;
    private long sequence;

    ObjectSegments(SpillObjects objects, SpillKeys keys, long maxBytes) {
        this.objects = objects;
        this.keys = keys;
        this.maxBytes = maxBytes;
    }

    /** An empty journal of this instance. */
    static Journal newJournal(SpillObjects objects, SpillKeys keys, long maxBytes, SpillMeters meters) {
        return new SegmentJournal(new ObjectSegments(objects, keys, maxBytes), new JournalSegments(List.of()), meters);
    }

    @Override
    public boolean hasRoomFor(long bytes, long keptBytes) {
        return keptBytes + bytes <= maxBytes;
    }

    @Override
    public void append(List<JournalFrame> frames, JournalSegments segments) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        frames.forEach(frame -> body.writeBytes(frame.bytes()));
        int rows = frames.stream().mapToInt(JournalFrame::rows).sum();
        // A number is used once. An object that is put by an attempt that fails for good was promised to nobody, and is
        // drained as if left by another instance.
        sequence++;
        String key = keys.lines(sequence, rows);
        put(key, body.toByteArray());
        segments.add(JournalSegment.sealed(sequence, key, 0, body.size(), rows));
    }

    private void put(String key, byte[] bytes) throws IOException {
        if (objects.putIfAbsent(key, bytes).isEmpty()) {
            requireSame(key, bytes);
        }
    }

    /** An object that is there already was put by an attempt that seemed to fail; so it is if it holds the same. */
    private void requireSame(String key, byte[] bytes) throws IOException {
        if (objects.get(key).filter(found -> Arrays.equals(found, bytes)).isEmpty()) {
            throw new IOException("The object store neither accepts nor has " + key);
        }
    }

    @Override
    public void probe() throws IOException {
        String key = keys.probe();
        put(key, key.getBytes(StandardCharsets.UTF_8));
        objects.delete(List.of(key));
    }

    @Override
    public List<byte[]> read(List<JournalSegments.Part> parts) throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<byte[]>>> bodies = parts.stream()
                    .map(part -> threads.submit(() -> objects.get(part.segment().name())))
                    .toList();
            List<byte[]> contents = new ArrayList<>();
            for (int i = 0; i < bodies.size(); i++) {
                byte[] body = bodies.get(i).get().orElse(new byte[0]);
                int start = (int) Math.min(parts.get(i).start(), body.length);
                contents.add(start == 0 ? body : Arrays.copyOfRange(body, start, body.length));
            }
            return contents;
        } catch (ExecutionException e) {
            throw new IOException("Spilled rows cannot be fetched: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while fetching spilled rows", e);
        }
    }

    @Override
    public void drainedTo(JournalSegment segment, long offset) {
        // Not kept: lines that come twice change nothing.
    }

    @Override
    public String setAside(JournalSegment segment, long offset, byte[] unreadable) throws IOException {
        String key = SpillKeys.corrupt(segment.name(), offset);
        objects.put(key, unreadable);
        return key;
    }

    @Override
    public void delete(List<JournalSegment> drained) throws IOException {
        objects.delete(drained.stream().map(JournalSegment::name).toList());
    }

    @Override
    public void close() {
        // All that was appended is in its objects.
    }
}
