package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.Comparison;
import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.KeyTest;
import io.tillstream.localcloud.dynamodb.expression.Term;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            case Condition.Compare(Comparison comparison, Term.Attribute left, Term.Constant right) ->
                of(left, comparison, right.constant());
            case Condition.Compare(Comparison comparison, Term.Constant left, Term.Attribute right) ->
                of(right, comparison.mirrored(), left.constant());
            case Condition.Between(Term.Attribute operand, Term.Constant lower, Term.Constant upper) ->
                of(operand, KeyTest.Operator.BETWEEN, lower.constant(), upper.constant());
            case Condition.BeginsWith(Term.Attribute operand, Term.Constant prefix) ->
                of(operand, KeyTest.Operator.BEGINS_WITH, prefix.constant());
            default -> Optional.empty();
        };
    }

    private static Optional<KeyTest> of(Term.Attribute attribute, Comparison comparison, Value value) {
        return comparison == Comparison.NE
                ? Optional.empty()
                : of(attribute, KeyTest.Operator.valueOf(comparison.name()), value);
    }

    private static Optional<KeyTest> of(Term.Attribute attribute, KeyTest.Operator operator, Value... operands) {
        return attribute.path().isNested()
                ? Optional.empty()
                : Optional.of(new KeyTest(attribute.path().root(), operator, List.of(operands)));
    }
}
