package io.tillstream.ingest.publish;

import io.tillstream.ingest.publish.PublishResult.Refused;
import io.tillstream.ingest.publish.PublishResult.Stored;
import io.tillstream.ingest.publish.PublishResult.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Queue;

/**
 * The records of one request on their way into the stream. Every call takes the next record of each partition key,
 * never two of the same, because Kinesis promises no order within a call; only those it did not store are sent again.
 */
final class PublishRun {

    /** Limits of PutRecords. */
    private static final int MAX_ENTRIES = 500;

    private static final long MAX_BYTES = 5L * 1024 * 1024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final StreamGateway gateway;
    private final Backoff backoff;
    private final Timing timing;
    private final Runnable onRetry;
    private final Deque<Queue<StreamEntry>> waiting = new ArrayDeque<>();

    PublishRun(StreamGateway gateway, Backoff backoff, Timing timing, Runnable onRetry) {
        this.gateway = gateway;
        this.backoff = backoff;
        this.timing = timing;
        this.onRetry = onRetry;
    }

    PublishResult run(Collection<Queue<StreamEntry>> entries, Duration timeout) throws InterruptedException {
        waiting.addAll(entries);
        long deadline = timing.nanoTime() + timeout.toNanos();
        int failures = 0;
        while (!waiting.isEmpty()) {
            Duration left = Duration.ofNanos(deadline - timing.nanoTime());
            if (!left.isPositive()) {
                return new Unavailable("the stream did not take every row in time", RETRY_AFTER);
            }
            List<Queue<StreamEntry>> round = nextRound();
            PutOutcome outcome = gateway.put(round.stream().map(Queue::element).toList(), left);
            if (outcome instanceof PutOutcome.Rejected rejected) {
                return new Refused(rejected.reason());
            }
            failures = settle(round, outcome) ? 0 : failures + 1;
            if (failures > 0) {
                pause(failures, deadline);
            }
        }
        return new Stored();
    }

    private List<Queue<StreamEntry>> nextRound() {
        List<Queue<StreamEntry>> round = new ArrayList<>();
        long bytes = 0;
        while (!waiting.isEmpty() && round.size() < MAX_ENTRIES) {
            bytes += waiting.element().element().size();
            if (bytes > MAX_BYTES) {
                break;
            }
            round.add(waiting.remove());
        }
        return round;
    }

    /** Whether the stream stored the whole round; what it did not store waits at the head of its queue. */
    private boolean settle(List<Queue<StreamEntry>> round, PutOutcome outcome) {
        boolean whole = true;
        for (int i = 0; i < round.size(); i++) {
            Queue<StreamEntry> queue = round.get(i);
            boolean stored = outcome instanceof PutOutcome.Answered answered
                    && answered.stored().get(i);
            whole &= stored;
            if (stored) {
                queue.remove();
            }
            if (!queue.isEmpty()) {
                waiting.add(queue);
            }
        }
        return whole;
    }

    private void pause(int failures, long deadline) throws InterruptedException {
        onRetry.run();
        Duration pause = backoff.pause(failures);
        Duration left = Duration.ofNanos(Math.max(0, deadline - timing.nanoTime()));
        timing.sleep(pause.compareTo(left) < 0 ? pause : left);
    }
}
