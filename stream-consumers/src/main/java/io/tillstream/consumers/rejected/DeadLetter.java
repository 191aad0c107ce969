package io.tillstream.consumers.rejected;

import io.tillstream.consumers.decode.DecodedRecord;
import java.time.Instant;

/** A dead letter as it lies in the lake: one JSON line. */
@SuppressWarnings("ArrayRecordComponent") // Jackson writes the bytes as base64.
record DeadLetter(
        String reason,
        String stream,
        String shard,
        String sequence,
        long subSequence,
        Instant arrivedAt,
        Instant firstSeenAt,
        byte[] bytes) {

    static DeadLetter of(String stream, String shard, DecodedRecord.Poison poison, Instant seenAt) {
        return new DeadLetter(
                poison.reason(),
                stream,
                shard,
                poison.position().sequence().toString(),
                poison.position().subSequence(),
                poison.arrival(),
                seenAt,
                poison.bytes());
    }

    /** The same for the same record, however often it is delivered. */
    String name() {
        return shard + "-" + sequence + "." + subSequence;
    }
}
