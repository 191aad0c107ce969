package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.NumberText;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.Value.BinarySet;
import io.tillstream.localcloud.dynamodb.value.Value.Num;
import io.tillstream.localcloud.dynamodb.value.Value.NumSet;
import io.tillstream.localcloud.dynamodb.value.Value.TextSet;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sums of numbers, unions and differences of sets. */
final class Arithmetic {

    private Arithmetic() {}

    static AwsError wrongType() {
        return AwsError.validation("An operand in the update expression has an incorrect data type");
    }

    static Num sum(Num left, Num right) {
        return new Num(NumberText.checked(left.value().add(right.value())));
    }

    /** What ADD makes of two values: a number's sum, a set's union; null if they do not fit together. */
    static @Nullable Value added(Value existing, Value more) {
        if (existing instanceof Num a && more instanceof Num b) {
            return sum(a, b);
        }
        if (existing instanceof TextSet a && more instanceof TextSet b) {
            return new TextSet(union(a.members(), b.members()));
        }
        if (existing instanceof NumSet a && more instanceof NumSet b) {
            return new NumSet(union(a.members(), b.members()));
        }
        if (existing instanceof BinarySet a && more instanceof BinarySet b) {
            return new BinarySet(union(a.members(), b.members()));
        }
        return null;
    }

    /** What DELETE leaves of a set, which may be an empty one; null if the two are not sets of one type. */
    static @Nullable Value removed(Value existing, Value members) {
        if (existing instanceof TextSet a && members instanceof TextSet b) {
            return new TextSet(difference(a.members(), b.members()));
        }
        if (existing instanceof NumSet a && members instanceof NumSet b) {
            return new NumSet(difference(a.members(), b.members()));
        }
        if (existing instanceof BinarySet a && members instanceof BinarySet b) {
            return new BinarySet(difference(a.members(), b.members()));
        }
        return null;
    }

    static boolean isEmptySet(Value value) {
        return (value instanceof TextSet texts && texts.members().isEmpty())
                || (value instanceof NumSet numbers && numbers.members().isEmpty())
                || (value instanceof BinarySet binaries && binaries.members().isEmpty());
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return union;
    }

    private static <T> Set<T> difference(Set<T> one, Set<T> other) {
        Set<T> rest = new LinkedHashSet<>(one);
        rest.removeAll(new HashSet<>(other));
        return rest;
    }
}
