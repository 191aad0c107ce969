package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Objects of spilled lines that wait, oldest first. They are fetched several at a time, because a small object takes as
 * long as a large one; they are deleted when all of those are drained. An object that is gone was drained by another.
 */
final class ObjectBacklog implements DrainSource {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectBacklog.class);
    private static final int MAX_FETCHED = 64;
    private static final long ENOUGH_FETCHED_BYTES = 8L << 20;

    private final SpillObjects objects;
    private final SpillMeters meters;
    private final Deque<SpilledObject> waiting = new ArrayDeque<>();
    private long rows;
    private long bytes;
    private List<SpilledObject> fetched = List.of();
    private @Nullable FrameWindow window;
    private volatile @Nullable Instant oldest;

    ObjectBacklog(SpillObjects objects, SpillMeters meters) {
        this.objects = objects;
        this.meters = meters;
    }

    void add(SpilledObject object) {
        synchronized (waiting) {
            waiting.add(object);
            rows += object.rows();
            bytes += object.bytes();
        }
    }

    /** Objects that are partly drained count as a whole. */
    @Override
    public Backlog backlog() {
        synchronized (waiting) {
            return new Backlog(rows, bytes, waiting.isEmpty() ? null : oldest);
        }
    }

    @Override
    public List<EncodedLine> oldest(long enoughBytes) throws IOException {
        for (FrameWindow next = window(); next != null; next = window()) {
            List<EncodedLine> lines = next.take(enoughBytes, this::setAside);
            if (!lines.isEmpty()) {
                oldest = next.oldest();
                return lines;
            }
        }
        oldest = null;
        return List.of();
    }

    @Override
    public void drained() {
        if (window != null) {
            window.confirm();
        }
    }

    private @Nullable FrameWindow window() throws IOException {
        if (window != null && window.isExhausted()) {
            objects.delete(fetched.stream().map(SpilledObject::key).toList());
            forgetFetched();
            window = null;
        }
        if (window == null) {
            List<SpilledObject> next = next();
            window = next.isEmpty() ? null : new FrameWindow(fetch(next));
            fetched = next;
        }
        return window;
    }

    private void forgetFetched() {
        synchronized (waiting) {
            for (SpilledObject object : fetched) {
                waiting.remove(object);
                rows -= object.rows();
                bytes -= object.bytes();
            }
        }
        fetched = List.of();
    }

    private List<SpilledObject> next() {
        List<SpilledObject> next = new ArrayList<>();
        long enough = 0;
        synchronized (waiting) {
            for (SpilledObject object : waiting) {
                if (next.size() == MAX_FETCHED || enough >= ENOUGH_FETCHED_BYTES) {
                    break;
                }
                enough += object.bytes();
                next.add(object);
            }
        }
        return next;
    }

    private byte[] fetch(List<SpilledObject> next) throws IOException {
        try (ExecutorService fetchers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<byte[]>>> bodies = next.stream()
                    .map(object -> fetchers.submit(() -> objects.get(object.key())))
                    .toList();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (Future<Optional<byte[]>> body : bodies) {
                all.writeBytes(body.get().orElse(new byte[0]));
            }
            return all.toByteArray();
        } catch (ExecutionException e) {
            throw new IOException("Spilled rows cannot be fetched: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped amid fetching spilled rows", e);
        }
    }

    private void setAside(int from, ByteBuffer unreadable) throws IOException {
        byte[] kept = new byte[unreadable.remaining()];
        unreadable.get(kept);
        String key = SpillKeys.corrupt(fetched.getFirst().key(), from);
        objects.put(key, kept);
        LOG.error("{} bytes of spilled rows cannot be read; they are kept as {}", kept.length, key);
        meters.corrupt();
    }
}
