package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.Comparison;
import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.KeyTest;
import io.tillstream.localcloud.dynamodb.expression.Term;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a WHERE clause says of single attributes, where all its parts must hold. */
public record WhereKeys(List<KeyTest> tests, List<Condition> conditions) {

    public static WhereKeys of(@Nullable Condition where) {
        List<KeyTest> tests = new ArrayList<>();
        List<Condition> conditions =
                where == null ? List.of() : where instanceof Condition.All all ? all.conditions() : List.of(where);
        conditions.forEach(condition -> test(condition).ifPresent(tests::add));
        return new WhereKeys(tests, conditions);
    }

    /** The value that the attribute must have, if there is one. */
    public Optional<Value> equalTo(String attribute) {
        return tests.stream()
                .filter(test -> test.attribute().equals(attribute) && test.operator() == KeyTest.Operator.EQ)
                .map(test -> test.operands().getFirst())
                .findFirst();
    }

    /** The first test of an attribute. */
    public Optional<KeyTest> testOf(String attribute) {
        return tests.stream().filter(test -> test.attribute().equals(attribute)).findFirst();
    }

    /** Whether the clause asks nothing but the value of each of these attributes. */
    public boolean areExactly(List<String> attributes) {
        return conditions.size() == attributes.size()
                && attributes.stream().allMatch(attribute -> equalTo(attribute).isPresent());
    }

    private static Optional<KeyTest> test(Condition condition) {
        return switch (condition) {
            case Condition.Compare compare -> test(compare);
            case Condition.Between between ->
                of(between.operand(), KeyTest.Operator.BETWEEN, between.lower(), between.upper());
            case Condition.BeginsWith begins -> of(begins.operand(), KeyTest.Operator.BEGINS_WITH, begins.prefix());
            default -> Optional.empty();
        };
    }

    private static Optional<KeyTest> test(Condition.Compare compare) {
        Comparison comparison = compare.comparison();
        if (comparison == Comparison.NE) {
            return Optional.empty();
        }
        return compare.left() instanceof Term.Attribute
                ? of(compare.left(), operator(comparison), compare.right())
                : of(compare.right(), operator(comparison.mirrored()), compare.left());
    }

    private static KeyTest.Operator operator(Comparison comparison) {
        return KeyTest.Operator.valueOf(comparison.name());
    }

    /** A test of an attribute against constants; nothing else says which keys are meant. */
    private static Optional<KeyTest> of(Term operand, KeyTest.Operator operator, Term... others) {
        List<Value> constants = Stream.of(others)
                .filter(Term.Constant.class::isInstance)
                .map(other -> ((Term.Constant) other).constant())
                .toList();
        return operand instanceof Term.Attribute attribute
                        && !attribute.path().isNested()
                        && constants.size() == others.length
                ? Optional.of(new KeyTest(attribute.path().root(), operator, constants))
                : Optional.empty();
    }
}
