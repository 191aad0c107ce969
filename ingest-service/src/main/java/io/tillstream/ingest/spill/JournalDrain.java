package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.ingest.publish.LinePublisher;
import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.ingest.publish.PublishResult.Refused;
import io.tillstream.ingest.publish.PublishResult.Spilled;
import io.tillstream.ingest.publish.PublishResult.Stored;
import io.tillstream.ingest.publish.PublishResult.Unavailable;
import io.tillstream.model.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries lines from the journals into the stream, in their order, one batch after the other. Batches grow while the
 * stream takes them and shrink while it does not, so that even a stream that takes little gets on.
 */
final class JournalDrain implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalDrain.class);
    private static final long LEAST_BATCH = 64 << 10;
    private static final long LARGEST_BATCH = 4 << 20;
    private static final RetryPolicy PAUSES = RetryPolicy.untilStopped(Duration.ofMillis(50), Duration.ofSeconds(2))
            .withJitter(RetryPolicy.HALF_JITTER);

    /** Requests are held when what waits would be drained within this, going by the last batch. */
    private static final Duration SHORT_HOLD = Duration.ofMillis(500);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final LinePublisher stream;
    private final Gate gate;
    private final List<DrainSource> sources;
    private final SpillMeters meters;
    private final Signal spilled;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("spill-drain").unstarted(this::run);
    private volatile boolean stopped;
    private volatile Optional<String> trouble = Optional.empty();
    private long batch = LARGEST_BATCH / 4;
    private int failures;

    /** The first source is the journal that the gate watches; the others have their turn when it is empty. */
    JournalDrain(LinePublisher stream, Gate gate, List<DrainSource> sources, Signal spilled, SpillMeters meters) {
        this.stream = stream;
        this.gate = gate;
        this.sources = sources;
        this.spilled = spilled;
        this.meters = meters;
    }

    void start() {
        thread.start();
    }

    /** Why lines could not be drained at the last attempt. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Stops after the batch under way, or amid it: it stays in the journal then. */
    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(STOP_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopped) {
                round();
            }
        } catch (InterruptedException e) {
            // Only close() interrupts this thread.
            LOG.debug("Draining stops", e);
        }
    }

    private void round() throws InterruptedException {
        try {
            if (!drainSome()) {
                spilled.await();
            }
        } catch (RuntimeException e) {
            // The edge of this thread: the lines are safe in the journal, but without it they would stay there.
            LOG.error("The surge buffer could not be drained; it is tried again", e);
            failed("unexpected", e.getClass().getSimpleName());
        }
    }

    /** Whether there was something to drain, even if it could not be. */
    boolean drainSome() throws InterruptedException {
        try {
            for (DrainSource source : sources) {
                List<EncodedLine> lines = source.oldest(batch);
                if (!lines.isEmpty()) {
                    drain(source, lines);
                    return true;
                }
                if (gate.openIfDrained()) {
                    LOG.info("The surge buffer is drained, rows go to the stream");
                }
            }
            return false;
        } catch (IOException e) {
            failed("journal", String.valueOf(e.getMessage()));
            return true;
        }
    }

    private void drain(DrainSource source, List<EncodedLine> lines) throws IOException, InterruptedException {
        long start = System.nanoTime();
        PublishResult result = stream.publish(lines);
        switch (result) {
            case Stored stored -> drained(source, lines, System.nanoTime() - start);
            case Spilled spilled -> throw new IllegalStateException("Drained into a surge buffer");
            case Unavailable unavailable -> failed("unavailable", unavailable.reason());
            case Refused refused -> failed("refused", refused.reason());
        }
    }

    private void drained(DrainSource source, List<EncodedLine> lines, long nanos) throws IOException {
        source.drained();
        meters.drained(lines.size());
        failures = 0;
        trouble = Optional.empty();
        batch = Math.min(LARGEST_BATCH, batch * 2);
        long bytes = lines.stream().mapToLong(line -> line.bytes().length).sum();
        gate.holdIfWaiting(bytes * SHORT_HOLD.toNanos() / Math.max(1, nanos));
    }

    /** A stream or a journal that does not answer is asked again and again, but never at once. */
    private void failed(String kind, String reason) throws InterruptedException {
        gate.release();
        meters.drainFailed(kind);
        if (!stopped && !trouble.equals(Optional.of(reason))) {
            LOG.warn("The surge buffer cannot be drained ({}), and is tried again: {}", kind, reason);
        }
        trouble = Optional.of(reason);
        failures++;
        batch = Math.max(LEAST_BATCH, batch / 2);
        Thread.sleep(PAUSES.pauseAfter(failures));
    }
}
