package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.storage.RecordLog;
import java.time.Instant;

/** Turns what a caller of GetShardIterator asks for into a position in the shard's log. */
record StartingPoint(LiveStream stream, Shard shard, Instant now) {

    long of(AwsRequest request) {
        String type = request.requiredText("ShardIteratorType");
        RecordLog log = stream.store(shard.id()).log();
        return switch (type) {
            case "TRIM_HORIZON" -> log.start();
            case "LATEST" -> log.end();
            case "AT_SEQUENCE_NUMBER" -> Math.max(0, number(request).position());
            case "AFTER_SEQUENCE_NUMBER" -> number(request).position() + 1;
            case "AT_TIMESTAMP" -> log.firstAtOrAfter(timestamp(request).toEpochMilli());
            default ->
                throw AwsError.validation(
                        "1 validation error detected: Value '%s' at 'shardIteratorType' failed to satisfy constraint"
                                .formatted(type));
        };
    }

    private SequenceNumber number(AwsRequest request) {
        String text = request.text("StartingSequenceNumber")
                .orElseThrow(() -> KinesisErrors.invalid("Must specify a StartingSequenceNumber"));
        return SequenceNumber.parse(text)
                .filter(this::isOfThisShard)
                .orElseThrow(() -> KinesisErrors.invalid(
                        "StartingSequenceNumber %s used in GetShardIterator on shard %s in stream %s is invalid because it did not come from this stream."
                                .formatted(
                                        text, shard.id(), stream.description().name())));
    }

    private boolean isOfThisShard(SequenceNumber number) {
        return number.streamSecond() == stream.description().created().getEpochSecond()
                && number.shard() == shard.number()
                && number.position() <= stream.store(shard.id()).log().end();
    }

    private Instant timestamp(AwsRequest request) {
        Instant timestamp = request.timestamp("Timestamp")
                .orElseThrow(() -> KinesisErrors.invalid("Must specify a Timestamp with AT_TIMESTAMP"));
        if (timestamp.isAfter(now)) {
            throw KinesisErrors.invalid("The timestamp must not be in the future");
        }
        return timestamp;
    }
}
