package io.tillstream.ingest.spill;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends to the journal what many requests bring, with one write and one sync for all that wait at the same time. */
final class GroupCommit implements AutoCloseable {

    /** What became of the lines of a request. */
    enum Outcome {
        STORED,
        FULL,
        FAILED
    }

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** So much is written at once; a larger request is written alone. */
    private static final long MAX_GROUP_BYTES = 8L << 20;

    /** With less room than this, too many requests are refused to call the journal ready. */
    private static final long AMPLE_BYTES = 1L << 20;

    /** For this long after a failure the journal counts as not working. */
    private static final Duration CONVALESCENCE = Duration.ofSeconds(10);

    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final Entry stop = new Entry(List.of());
    private final Journal journal;
    private final Signal spilled;
    private final Duration timeout;
    private final SpillMeters meters;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile Instant outOfOrderUntil = Instant.MIN;

    GroupCommit(Journal journal, Signal spilled, SurgeBuffer.Means means) {
        this.journal = journal;
        this.spilled = spilled;
        this.timeout = means.commitTimeout();
        this.meters = means.meters();
        this.clock = means.clock();
        // Of the platform and of its own: never interrupted, because that would close the file it writes to.
        this.thread = Thread.ofPlatform().daemon().name("spill-commit").start(this::run);
    }

    /** Waits until the frames are in the journal, or will not be. */
    Outcome commit(List<JournalFrame> frames) {
        if (stopped) {
            return Outcome.FAILED;
        }
        Entry entry = new Entry(frames);
        queue.add(entry);
        entry.outcome.completeOnTimeout(Outcome.FAILED, timeout.toNanos(), TimeUnit.NANOSECONDS);
        return entry.outcome.join();
    }

    /** How many requests wait. */
    int waiting() {
        return queue.size();
    }

    /** Whether lines would be stored if they came at this moment, as far as is known. */
    boolean isReady() {
        return thread.isAlive() && !clock.instant().isBefore(outOfOrderUntil) && journal.hasRoomFor(AMPLE_BYTES);
    }

    /** Ends after what waits. */
    @Override
    public void close() {
        stopped = true;
        queue.add(stop);
        try {
            thread.join(timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (Entry first = queue.take(); first != stop; first = queue.take()) {
                List<Entry> group = group(first);
                try {
                    write(group);
                } finally {
                    // Whatever happened: who was not told that the rows are kept is told that they are not.
                    group.forEach(entry -> entry.outcome.complete(Outcome.FAILED));
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread", e);
        }
    }

    private List<Entry> group(Entry first) {
        List<Entry> group = new ArrayList<>(List.of(first));
        long bytes = first.bytes;
        for (Entry next = queue.peek();
                next != null && next != stop && bytes + next.bytes <= MAX_GROUP_BYTES;
                next = queue.peek()) {
            bytes += next.bytes;
            group.add(queue.remove());
        }
        return group;
    }

    private void write(List<Entry> group) {
        List<Entry> written = new ArrayList<>();
        List<JournalFrame> frames = new ArrayList<>();
        long bytes = 0;
        for (Entry entry : group) {
            if (entry.outcome.isDone()) {
                continue;
            }
            if (journal.hasRoomFor(bytes + entry.bytes)) {
                bytes += entry.bytes;
                written.add(entry);
                frames.addAll(entry.frames);
            } else {
                entry.outcome.complete(Outcome.FULL);
            }
        }
        if (!frames.isEmpty()) {
            Outcome outcome = append(frames);
            written.forEach(entry -> entry.outcome.complete(outcome));
            spilled.raise();
        }
    }

    private Outcome append(List<JournalFrame> frames) {
        long start = System.nanoTime();
        try {
            journal.append(frames);
            outOfOrderUntil = Instant.MIN;
            return Outcome.STORED;
        } catch (IOException | RuntimeException e) {
            // The edge of this thread: a request that cannot be kept is refused, and the next one may be kept again.
            LOG.error("The surge buffer could not keep rows", e);
            outOfOrderUntil = clock.instant().plus(CONVALESCENCE);
            return Outcome.FAILED;
        } finally {
            meters.committed(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static final class Entry {

        private final List<JournalFrame> frames;
        private final long bytes;
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

        Entry(List<JournalFrame> frames) {
            this.frames = frames;
            this.bytes = frames.stream().mapToLong(JournalFrame::size).sum();
        }
    }
}
