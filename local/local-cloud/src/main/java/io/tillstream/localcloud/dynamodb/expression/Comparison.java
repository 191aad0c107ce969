package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.ValueOrder;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The six ways to compare two values. */
public enum Comparison {
    EQ("=", order -> order == 0),
    NE("<>", order -> order != 0),
    LT("<", order -> order < 0),
    LE("<=", order -> order <= 0),
    GT(">", order -> order > 0),
    GE(">=", order -> order >= 0);

    private final String sign;
    // A lambda without state is immutable; nothing tells Error Prone so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final IntPredicate orders;

    Comparison(String sign, IntPredicate orders) {
        this.sign = sign;
        this.orders = orders;
    }

    public static Comparison ofSign(String sign) {
        return Stream.of(values())
                .filter(comparison -> comparison.sign.equals(sign))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it asks for an order, which only strings, numbers and binaries have. */
    public boolean isOrdering() {
        return this != EQ && this != NE;
    }

    /** Whether it holds. A missing value equals nothing, not even another one, and is neither less nor greater. */
    public boolean holds(@Nullable Value left, @Nullable Value right) {
        if (left == null || right == null) {
            return this == NE;
        }
        if (!isOrdering()) {
            return left.equals(right) == (this == EQ);
        }
        OptionalInt order = ValueOrder.compare(left, right);
        return order.isPresent() && orders.test(order.getAsInt());
    }

    /** The comparison that says the same with its sides exchanged. */
    public Comparison mirrored() {
        return switch (this) {
            case EQ -> EQ;
            case NE -> NE;
            case LT -> GT;
            case LE -> GE;
            case GT -> LT;
            case GE -> LE;
        };
    }
}
