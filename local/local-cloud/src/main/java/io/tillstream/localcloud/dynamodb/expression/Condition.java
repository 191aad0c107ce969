package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for an item or does not. An item that is not there is one without attributes. */
public sealed interface Condition {

    boolean holds(Item item);

    /** The names of the attributes that it looks at. */
    default Stream<String> attributes() {
        return switch (this) {
            case Compare compare -> of(compare.left(), compare.right());
            case Between between -> of(between.operand(), between.lower(), between.upper());
            case In in ->
                Stream.concat(
                        in.operand().attributes(), in.candidates().stream().flatMap(Term::attributes));
            case All all -> all.conditions().stream().flatMap(Condition::attributes);
            case Any any -> any.conditions().stream().flatMap(Condition::attributes);
            case Not not -> not.condition().attributes();
            case Exists exists -> Stream.of(exists.path().root());
            case TypeIs typeIs -> typeIs.operand().attributes();
            case BeginsWith begins -> of(begins.operand(), begins.prefix());
            case Contains contains -> of(contains.operand(), contains.part());
        };
    }

    private static Stream<String> of(Term... terms) {
        return Stream.of(terms).flatMap(Term::attributes);
    }

    record Compare(Comparison comparison, Term left, Term right) implements Condition {
        @Override
        public boolean holds(Item item) {
            return comparison.holds(left.value(item), right.value(item));
        }
    }

    record Between(Term operand, Term lower, Term upper) implements Condition {
        @Override
        public boolean holds(Item item) {
            Value value = operand.value(item);
            return Comparison.GE.holds(value, lower.value(item)) && Comparison.LE.holds(value, upper.value(item));
        }
    }

    record In(Term operand, List<Term> candidates) implements Condition {
        @Override
        public boolean holds(Item item) {
            Value value = operand.value(item);
            return candidates.stream().anyMatch(candidate -> Comparison.EQ.holds(value, candidate.value(item)));
        }
    }

    record All(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Item item) {
            return conditions.stream().allMatch(condition -> condition.holds(item));
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Item item) {
            return conditions.stream().anyMatch(condition -> condition.holds(item));
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Item item) {
            return !condition.holds(item);
        }
    }

    record Exists(DocumentPath path) implements Condition {
        @Override
        public boolean holds(Item item) {
            return path.in(item) != null;
        }
    }

    record TypeIs(Term operand, String type) implements Condition {
        @Override
        public boolean holds(Item item) {
            Value value = operand.value(item);
            return value != null && value.type().equals(type);
        }
    }

    record BeginsWith(Term operand, Term prefix) implements Condition {
        @Override
        public boolean holds(Item item) {
            return Contents.beginsWith(operand.value(item), prefix.value(item));
        }
    }

    record Contains(Term operand, Term part) implements Condition {
        @Override
        public boolean holds(Item item) {
            return Contents.contains(operand.value(item), part.value(item));
        }
    }

    /** Whether a condition holds, or there is none. */
    static boolean isMet(@Nullable Condition condition, Item item) {
        return condition == null || condition.holds(item);
    }
}
