package io.tillstream.localcloud.kinesis;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** A part of the space of 128-bit hash keys, both ends included. */
record HashRange(BigInteger start, BigInteger end) {

    static final BigInteger SPACE = BigInteger.TWO.pow(128);

    HashRange {
        if (start.signum() < 0 || start.compareTo(end) > 0 || end.compareTo(SPACE) >= 0) {
            throw new IllegalArgumentException("Not a hash key range: " + start + " to " + end);
        }
    }

    /** The whole space in as many parts, of equal size but for the last. */
    static List<HashRange> even(int parts) {
        BigInteger width = SPACE.divide(BigInteger.valueOf(parts));
        return IntStream.range(0, parts)
                .mapToObj(i -> new HashRange(
                        width.multiply(BigInteger.valueOf(i)),
                        (i == parts - 1 ? SPACE : width.multiply(BigInteger.valueOf(i + 1L))).subtract(BigInteger.ONE)))
                .toList();
    }

    boolean contains(BigInteger key) {
        return start.compareTo(key) <= 0 && key.compareTo(end) <= 0;
    }

    boolean contains(HashRange other) {
        return contains(other.start) && contains(other.end);
    }

    HashRange before(BigInteger key) {
        return new HashRange(start, key.subtract(BigInteger.ONE));
    }

    HashRange from(BigInteger key) {
        return new HashRange(key, end);
    }

    boolean touches(HashRange other) {
        return end.add(BigInteger.ONE).equals(other.start)
                || other.end.add(BigInteger.ONE).equals(start);
    }

    HashRange joined(HashRange other) {
        return new HashRange(start.min(other.start), end.max(other.end));
    }
}
