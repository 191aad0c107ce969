package io.tillstream.ingest.publish;

import io.tillstream.ingest.publish.PutOutcome.Answer;
import io.tillstream.ingest.publish.PutOutcome.Answered;
import io.tillstream.ingest.publish.PutOutcome.Failed;
import io.tillstream.ingest.publish.PutOutcome.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/**
 * Makes calls to the stream and settles each of their entries: acknowledged, to be sent again, or refused. A record
 * that lies on a shard where its key does not belong is not acknowledged: the reader of that shard drops it.
 */
final class PutCalls {

    private final StreamGateway gateway;
    private final PublishMeters meters;
    private final CallLog log = new CallLog();
    private final ShardQueues table;
    private final Runnable onMisrouted;
    private final LongSupplier clock;

    /** Calls by a gateway; tells when a record lands on another shard than the map says. */
    PutCalls(StreamGateway gateway, PublishMeters meters, ShardQueues table, Runnable onMisrouted, LongSupplier clock) {
        this.gateway = gateway;
        this.meters = meters;
        this.table = table;
        this.onMisrouted = onMisrouted;
        this.clock = clock;
    }

    /** Puts the batches with one call, and completes them whether it succeeds or not. */
    void put(List<ShardBatch> batches) {
        List<PutRecordsRequestEntry> entries = new ArrayList<>();
        PutOutcome outcome = new Failed("nothing was put");
        long start = clock.getAsLong();
        try {
            for (ShardBatch batch : batches) {
                meters.sent(batch, start);
                batch.groups().forEach(group -> entries.add(group.entry()));
            }
            outcome = gateway.put(entries);
        } finally {
            long end = clock.getAsLong();
            meters.called(outcome, end - start);
            log.ended(outcome, end);
            settle(batches, outcome);
        }
    }

    private void settle(List<ShardBatch> batches, PutOutcome outcome) {
        int from = 0;
        for (ShardBatch batch : batches) {
            int to = from + batch.groups().size();
            switch (outcome) {
                case Answered answered -> settle(batch, answered.answers().subList(from, to));
                case Failed failed -> complete(batch, batch.groups(), 0);
                case Rejected rejected -> {
                    PublishResult refused = new PublishResult.Refused(rejected.reason());
                    batch.groups().forEach(group -> group.end(refused));
                    complete(batch, List.of(), 0);
                }
            }
            from = to;
        }
    }

    private void settle(ShardBatch batch, List<Answer> answers) {
        List<LineGroup> stored = new ArrayList<>();
        List<LineGroup> failed = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            LineGroup group = batch.groups().get(i);
            Answer answer = answers.get(i);
            if (!answer.isStored()) {
                failed.add(group);
                meters.refused(batch.queue(), answer);
            } else if (table.contradicts(answer.shard(), group.hash())) {
                failed.add(group);
                meters.misplaced();
                log.misplaced(clock.getAsLong());
            } else {
                stored.add(group);
                meters.stored(group);
                checkShard(batch.queue(), answer);
            }
        }
        complete(batch, failed, stored.stream().mapToLong(LineGroup::bytes).sum());
        // Not before the queue knows its pace: callers come with more at once, and an outage has left it a slow one.
        stored.forEach(LineGroup::acknowledge);
    }

    private void complete(ShardBatch batch, List<LineGroup> failed, long storedBytes) {
        if (!failed.isEmpty()) {
            meters.retries();
        }
        batch.queue().complete(failed, storedBytes, clock.getAsLong());
    }

    private void checkShard(ShardQueue queue, Answer answer) {
        if (queue.shard() != null && !queue.shard().equals(answer.shard())) {
            meters.misrouted();
            onMisrouted.run();
        }
    }
}
