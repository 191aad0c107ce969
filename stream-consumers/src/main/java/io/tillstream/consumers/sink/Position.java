package io.tillstream.consumers.sink;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * A place in a shard: a record's sequence number, and the place of a line within the record when it is an aggregate.
 * Ordered as the shard is.
 */
public record Position(BigInteger sequence, long subSequence) implements Comparable<Position> {

    private static final Comparator<Position> IN_STREAM_ORDER =
            Comparator.comparing(Position::sequence).thenComparingLong(Position::subSequence);

    public static Position of(String sequence, long subSequence) {
        return new Position(new BigInteger(sequence), subSequence);
    }

    public boolean isAfter(Position other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Position other) {
        return IN_STREAM_ORDER.compare(this, other);
    }
}
