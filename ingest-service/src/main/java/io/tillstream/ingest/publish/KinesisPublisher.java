package io.tillstream.ingest.publish;

import io.tillstream.ingest.publish.PublishResult.Stored;
import io.tillstream.ingest.publish.PublishResult.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Sends the lines of all requests together; each caller waits for its own lines. */
final class KinesisPublisher implements LinePublisher, AutoCloseable {

    private static final Unavailable STOPPING = new Unavailable("the service is stopping", Duration.ofSeconds(1));

    /** Bounds of the advice when to come back, in seconds. */
    private static final long SOONEST = 1;

    private static final long LATEST = 30;

    private final ShardQueues table;
    private final PublishEngine engine;
    private final PublishMeters meters;
    private final LongSupplier clock;
    private final Duration timeout;
    private final double shedAfterSeconds;

    private final AtomicInteger callers = new AtomicInteger();
    private final CountDownLatch drained = new CountDownLatch(1);
    private volatile boolean closed;

    KinesisPublisher(PublishEngine engine, PublishProperties properties) {
        this.engine = engine;
        this.table = engine.table();
        this.meters = engine.meters();
        this.clock = engine.clock();
        this.timeout = properties.publishTimeout();
        this.shedAfterSeconds = properties.shedAfter().toNanos() / 1e9;
    }

    @Override
    public PublishResult publish(List<EncodedLine> lines) {
        if (lines.isEmpty()) {
            return new Stored();
        }
        callers.incrementAndGet();
        try {
            return closed ? STOPPING : publish(lines, new PublishRequest(lines.size(), clock.getAsLong()));
        } finally {
            if (callers.decrementAndGet() == 0 && closed) {
                drained.countDown();
            }
        }
    }

    /** Takes no more lines. */
    void stop() {
        closed = true;
        if (callers.get() == 0) {
            drained.countDown();
        }
    }

    /** Takes no more lines, and waits until every caller has its answer: no longer than the time-out of the last. */
    @Override
    public void close() {
        stop();
        try {
            drained.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        engine.close();
    }

    private PublishResult publish(List<EncodedLine> lines, PublishRequest request) {
        Map<ShardQueue, List<PendingLine>> routed = table.route(pending(lines, request));
        double backlog = backlogSeconds(routed.keySet());
        if (backlog > shedAfterSeconds) {
            meters.shed();
            return new Unavailable("too many rows wait for the stream", retryAfter(backlog));
        }
        table.offer(routed);
        routed.keySet().forEach(queue -> engine.dispatcher().expect(queue.dueAt()));
        PublishResult result = request.await(
                timeout,
                () -> new Unavailable(
                        "the stream did not take every row in time", retryAfter(backlogSeconds(routed.keySet()))));
        if (result instanceof Stored) {
            meters.published(clock.getAsLong() - request.startedAt());
        } else {
            table.abandon(request.missing());
        }
        return result;
    }

    private static List<PendingLine> pending(List<EncodedLine> lines, PublishRequest request) {
        KeyHash hash = new KeyHash();
        List<PendingLine> pending = new ArrayList<>(lines.size());
        for (EncodedLine line : lines) {
            pending.add(new PendingLine(line, hash.of(line.partitionKey()), request));
        }
        return pending;
    }

    private static double backlogSeconds(Collection<ShardQueue> queues) {
        return queues.stream().mapToDouble(ShardQueue::backlogSeconds).max().orElse(0);
    }

    private static Duration retryAfter(double seconds) {
        return Duration.ofSeconds(Math.clamp((long) Math.ceil(seconds), SOONEST, LATEST));
    }
}
