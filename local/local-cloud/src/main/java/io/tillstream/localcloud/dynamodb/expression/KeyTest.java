package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.value.KeyCodec;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What a key condition asks of one attribute. */
public record KeyTest(String attribute, Operator operator, List<Value> operands) {

    /** The tests that an ordered key can answer. */
    public enum Operator {
        EQ,
        LT,
        LE,
        GT,
        GE,
        BETWEEN,
        BEGINS_WITH;

        static Operator of(Comparison comparison) {
            return valueOf(comparison.name());
        }
    }

    boolean isEquality() {
        return operator == Operator.EQ;
    }

    /** The keys that fulfil it among those that begin with the bytes given. */
    EntryRange range(byte[] prefix) {
        byte[] first = joined(prefix, KeyCodec.encode(operands.getFirst()));
        return switch (operator) {
            case EQ -> EntryRange.startingWith(first);
            case LT -> new EntryRange(prefix, first);
            case LE -> new EntryRange(prefix, EntryRange.behind(first));
            case GT -> new EntryRange(requireBehind(first), EntryRange.behind(prefix));
            case GE -> new EntryRange(first, EntryRange.behind(prefix));
            case BETWEEN ->
                new EntryRange(first, EntryRange.behind(joined(prefix, KeyCodec.encode(operands.getLast()))));
            case BEGINS_WITH -> EntryRange.startingWith(joined(prefix, KeyCodec.encodePrefix(operands.getFirst())));
        };
    }

    /** No key is of 0xFF alone. */
    private static byte[] requireBehind(byte[] key) {
        return Objects.requireNonNull(EntryRange.behind(key));
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
