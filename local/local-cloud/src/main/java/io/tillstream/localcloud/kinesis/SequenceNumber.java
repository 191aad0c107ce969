package io.tillstream.localcloud.kinesis;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * A record's place as AWS writes it: 56 decimal digits. From the highest bit on it is made of a version, the second the
 * stream was created, the shard's number and the place in the shard, so that it grows within a shard, from parent to
 * child, and from a stream to one of the same name made later.
 */
record SequenceNumber(long streamSecond, int shard, long place) {

    private static final BigInteger VERSION = BigInteger.TWO.shiftLeft(184);
    private static final int SECOND_SHIFT = 128;
    private static final int SHARD_SHIFT = 80;
    private static final int PLACE_SHIFT = 4;
    private static final BigInteger LONG_MASK = BigInteger.ONE.shiftLeft(63).subtract(BigInteger.ONE);
    private static final BigInteger INT_MASK = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger SECOND_MASK = BigInteger.ONE.shiftLeft(40).subtract(BigInteger.ONE);

    /** The number the shard begins with, before that of its first record. */
    static SequenceNumber startOf(Instant streamCreated, ShardId shard) {
        return new SequenceNumber(streamCreated.getEpochSecond(), shard.number(), 0);
    }

    static SequenceNumber ofPosition(Instant streamCreated, ShardId shard, long position) {
        return new SequenceNumber(streamCreated.getEpochSecond(), shard.number(), position + 1);
    }

    static Optional<SequenceNumber> parse(String text) {
        if (!text.matches("\\d{56}")) {
            return Optional.empty();
        }
        BigInteger value = new BigInteger(text);
        SequenceNumber parsed = new SequenceNumber(
                value.shiftRight(SECOND_SHIFT).and(SECOND_MASK).longValue(),
                value.shiftRight(SHARD_SHIFT).and(INT_MASK).intValue(),
                value.shiftRight(PLACE_SHIFT).and(LONG_MASK).longValue());
        return parsed.value().equals(value) ? Optional.of(parsed) : Optional.empty();
    }

    long position() {
        return place - 1;
    }

    BigInteger value() {
        return VERSION.add(BigInteger.valueOf(streamSecond).shiftLeft(SECOND_SHIFT))
                .add(BigInteger.valueOf(shard).shiftLeft(SHARD_SHIFT))
                .add(BigInteger.valueOf(place).shiftLeft(PLACE_SHIFT))
                .add(BigInteger.TWO);
    }

    @Override
    public String toString() {
        return value().toString();
    }
}
