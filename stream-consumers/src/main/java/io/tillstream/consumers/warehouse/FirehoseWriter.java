package io.tillstream.consumers.warehouse;

import io.tillstream.consumers.sink.Refusals;
import io.tillstream.model.retry.Retry;
import io.tillstream.model.retry.RetryPolicy;
import java.util.List;
import java.util.stream.Gatherers;

/** Sends records, several calls at once, and sends again what Firehose hands back. */
final class FirehoseWriter {

    private final DeliveryCalls calls;
    private final int concurrency;
    private final Retry retry;

    FirehoseWriter(DeliveryCalls calls, int concurrency, RetryPolicy policy) {
        this.calls = calls;
        this.concurrency = concurrency;
        this.retry = Retry.of(policy, RuntimeException.class);
    }

    /**
     * Sends the records, and takes off the list what Firehose acknowledged and what was refused for good. It goes on as
     * long as some are taken; when none are, it throws, and its caller decides how long to wait.
     */
    void send(List<DeliveryRecord> records, Refusals refusals) {
        Retry.Attempts rounds = retry.begin();
        while (!records.isEmpty()) {
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
                rounds.failed(answer.failure());
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
}
