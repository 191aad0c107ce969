package io.tillstream.ingest.publish;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/** A place in the range of 128 bits that the shards of a stream divide among them; both halves are unsigned. */
record HashKey(long high, long low) implements Comparable<HashKey> {

    static final HashKey LEAST = new HashKey(0, 0);
    static final HashKey MOST = new HashKey(-1, -1);

    /** The key that sixteen bytes spell. */
    static HashKey of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new HashKey(buffer.getLong(), buffer.getLong());
    }

    /** As Kinesis writes it: a decimal number. */
    static HashKey parse(String decimal) {
        BigInteger number = new BigInteger(decimal);
        return new HashKey(number.shiftRight(Long.SIZE).longValue(), number.longValue());
    }

    /** The one after it; after the greatest the least. */
    HashKey next() {
        return new HashKey(low == -1 ? high + 1 : high, low + 1);
    }

    @Override
    public int compareTo(HashKey other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        byte[] bytes =
                ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
        return new BigInteger(1, bytes).toString();
    }
}
