package io.tillstream.localcloud.dynamodb.value;

import io.tillstream.localcloud.dynamodb.value.Value.Binary;
import io.tillstream.localcloud.dynamodb.value.Value.Num;
import io.tillstream.localcloud.dynamodb.value.Value.Text;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/** The order of values: numbers by size, strings by their UTF-8 bytes, binaries by unsigned bytes. */
public final class ValueOrder {

    private ValueOrder() {}

    /** How the two compare; empty if they are of different types or of a type without an order. */
    public static OptionalInt compare(Value left, Value right) {
        if (left instanceof Num a && right instanceof Num b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        if (left instanceof Text a && right instanceof Text b) {
            return OptionalInt.of(compareTexts(a.value(), b.value()));
        }
        if (left instanceof Binary a && right instanceof Binary b) {
            return OptionalInt.of(compareBinaries(a.value(), b.value()));
        }
        return OptionalInt.empty();
    }

    static int compareTexts(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // UTF-8 has the characters beyond the basic plane last; UTF-16 has them before U+E000.
                boolean both = Character.isSurrogate(a) == Character.isSurrogate(b);
                return both ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    static int compareBinaries(ByteBuffer left, ByteBuffer right) {
        int mismatch = left.mismatch(right);
        if (mismatch < 0 || mismatch >= Math.min(left.remaining(), right.remaining())) {
            return Integer.compare(left.remaining(), right.remaining());
        }
        return Byte.compareUnsigned(left.get(left.position() + mismatch), right.get(right.position() + mismatch));
    }
}
