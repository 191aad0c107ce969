package io.tillstream.consumers.rejected;

import io.tillstream.consumers.deliver.DeadRecord;
import java.time.Instant;

/**
 * A dead letter as it lies in the lake: one JSON line.
 *
 * @param stage where it failed
 * @param reason why
 * @param arrivedAt when Kinesis took the record
 * @param firstSeenAt when it failed for the first time
 * @param bytes the record as it came
 */
@SuppressWarnings("ArrayRecordComponent") // Jackson writes the bytes as base64.
public record DeadLetter(
        DeadRecord.Stage stage,
        String reason,
        String stream,
        String shard,
        String sequence,
        long subSequence,
        Instant arrivedAt,
        Instant firstSeenAt,
        byte[] bytes) {

    static DeadLetter of(String stream, String shard, DeadRecord dead, Instant seenAt) {
        return new DeadLetter(
                dead.stage(),
                dead.reason(),
                stream,
                shard,
                dead.position().sequence().toString(),
                dead.position().subSequence(),
                dead.arrival(),
                seenAt,
                dead.bytes());
    }

    /** The same for the same record, however often it is delivered. */
    public String name() {
        return shard + "-" + sequence + "." + subSequence;
    }
}
