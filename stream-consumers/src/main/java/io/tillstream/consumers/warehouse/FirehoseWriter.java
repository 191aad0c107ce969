package io.tillstream.consumers.warehouse;

import io.tillstream.consumers.sink.Refusals;
import io.tillstream.model.retry.Backoff;
import java.util.List;
import java.util.stream.Gatherers;

/** Sends records, several calls at once, and sends again what Firehose hands back. */
final class FirehoseWriter {

    private final DeliveryCalls calls;
    private final int concurrency;
    private final Backoff backoff;

    FirehoseWriter(DeliveryCalls calls, int concurrency, Backoff backoff) {
        this.calls = calls;
        this.concurrency = concurrency;
        this.backoff = backoff;
    }

    /**
     * Sends the records, and takes off the list what Firehose acknowledged and what was refused for good. It goes on as
     * long as some are taken; when none are, it throws, and its caller decides how long to wait.
     */
    void send(List<DeliveryRecord> records, Refusals refusals) {
        for (int round = 1; !records.isEmpty(); round++) {
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
            Thread.sleep(backoff.pause(round));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new FirehoseUnavailableException("Interrupted between two calls");
        }
    }
}
