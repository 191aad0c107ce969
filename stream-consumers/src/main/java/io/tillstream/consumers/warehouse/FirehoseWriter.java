package io.tillstream.consumers.warehouse;

import io.tillstream.consumers.sink.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Gatherers;

/** Sends records, several calls at once, and sends again what Firehose hands back. */
final class FirehoseWriter {

    private static final int MAX_DOUBLINGS = 5;

    private final DeliveryCalls calls;
    private final int concurrency;
    private final Duration firstPause;

    /** @param firstPause how long the first pause may be; every further one may be twice as long, up to 32 times */
    FirehoseWriter(DeliveryCalls calls, int concurrency, Duration firstPause) {
        this.calls = calls;
        this.concurrency = concurrency;
        this.firstPause = firstPause;
    }

    /**
     * Sends the records, and takes off the list what Firehose acknowledged and what was refused for good. It goes on as
     * long as some are taken; when none are, it throws, and its caller decides how long to wait.
     */
    void send(List<DeliveryRecord> records, Refusals refusals) {
        for (int round = 0; !records.isEmpty(); round++) {
            int before = records.size();
            PutResult answer = sendOnce(records);
            replace(records, answer);
            for (DeliveryRecord invalid : answer.invalid()) {
                refusals.refuse(invalid.lines().getFirst(), "Firehose calls its row invalid");
                records.remove(invalid);
            }
            if (answer.failure() != null) {
                if (records.size() >= before) {
                    throw answer.failure();
                }
                pauseAfter(round);
            }
        }
    }

    private PutResult sendOnce(List<DeliveryRecord> records) {
        return PutBatches.of(records).stream()
                .gather(Gatherers.mapConcurrent(concurrency, calls::put))
                .reduce(new PutResult(List.of(), List.of(), null), PutResult::and);
    }

    /** What is invalid stays until it is refused, as refusing may fail. */
    private static void replace(List<DeliveryRecord> records, PutResult answer) {
        records.clear();
        records.addAll(answer.left());
        records.addAll(answer.invalid());
    }

    private void pauseAfter(int round) {
        try {
            long longest = firstPause.toMillis() << Math.min(round, MAX_DOUBLINGS);
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new FirehoseUnavailableException("Interrupted between two calls");
        }
    }
}
