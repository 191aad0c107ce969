package io.tillstream.localcloud.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillstream.localcloud.protocol.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A place in a shard to read on from. All of it is in the text the client holds, so it outlives a restart. */
record ShardIterator(String stream, long streamMillis, ShardId shard, long position, long issuedMillis) {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    static ShardIterator at(StreamDescription stream, ShardId shard, long position, Instant now) {
        return new ShardIterator(stream.name(), stream.created().toEpochMilli(), shard, position, now.toEpochMilli());
    }

    static ShardIterator parse(String text, Instant now) {
        ShardIterator iterator = decode(text);
        Instant issued = Instant.ofEpochMilli(iterator.issuedMillis);
        if (issued.plus(LIFETIME).isBefore(now)) {
            throw AwsError.badRequest(
                    "ExpiredIteratorException",
                    ("Iterator expired. The iterator was created at time %s while right now it is %s which is further "
                                    + "in the future than the tolerated delay of %d milliseconds.")
                            .formatted(issued, now, LIFETIME.toMillis()));
        }
        return iterator;
    }

    String encode() {
        String text = "%s/%d/%d/%d/%d".formatted(stream, streamMillis, shard.number(), position, issuedMillis);
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static ShardIterator decode(String text) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(text), UTF_8).split("/", 5);
            return new ShardIterator(
                    parts[0],
                    Long.parseLong(parts[1]),
                    new ShardId(Integer.parseInt(parts[2])),
                    Long.parseLong(parts[3]),
                    Long.parseLong(parts[4]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw KinesisErrors.invalid("Invalid ShardIterator.");
        }
    }
}
