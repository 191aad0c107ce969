package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.KeyCodec;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.util.List;

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
    KeySpan span(byte[] prefix) {
        byte[] first = KeySpan.joined(prefix, KeyCodec.encode(operands.getFirst()));
        return switch (operator) {
            case EQ -> KeySpan.startingWith(first);
            case LT -> new KeySpan(prefix, first);
            case LE -> new KeySpan(prefix, KeySpan.after(first));
            case GT -> new KeySpan(KeySpan.after(first), KeySpan.after(prefix));
            case GE -> new KeySpan(first, KeySpan.after(prefix));
            case BETWEEN ->
                new KeySpan(first, KeySpan.after(KeySpan.joined(prefix, KeyCodec.encode(operands.getLast()))));
            case BEGINS_WITH ->
                KeySpan.startingWith(KeySpan.joined(prefix, KeyCodec.encodePrefix(operands.getFirst())));
        };
    }
}
