package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.expression.Syntax.Call;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Junction;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Operation;
import io.tillstream.localcloud.dynamodb.expression.Term.Attribute;
import io.tillstream.localcloud.dynamodb.expression.Term.Constant;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a key condition of a condition that says nothing but what a key can answer. */
final class KeyConditionBuilder {

    private static final String INVALID = "Invalid condition in KeyConditionExpression: ";

    private final TokenReader reader;
    private final Map<String, KeyTest> tests = new LinkedHashMap<>();

    KeyConditionBuilder(TokenReader reader) {
        this.reader = reader;
    }

    KeyCondition build(Syntax syntax, Condition condition) {
        foreignOperator(syntax).ifPresent(operator -> {
            throw AwsError.validation("Invalid operator used in KeyConditionExpression: " + operator);
        });
        add(condition);
        return new KeyCondition(tests);
    }

    private static Optional<String> foreignOperator(Syntax syntax) {
        return switch (syntax.bare()) {
            case Junction junction ->
                junction.and()
                        ? foreignOperator(junction.left()).or(() -> foreignOperator(junction.right()))
                        : Optional.of("OR");
            case Syntax.Not not -> Optional.of("NOT");
            case Syntax.In in -> Optional.of("IN");
            case Operation operation -> Optional.of(operation.operator()).filter("<>"::equals);
            case Call call -> Optional.of(call.function()).filter(function -> !function.equals("begins_with"));
            default -> Optional.empty();
        };
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.All all -> all.conditions().forEach(this::add);
            case Condition.Compare compare -> addComparison(compare);
            case Condition.Between between ->
                add("BETWEEN", between.operand(), KeyTest.Operator.BETWEEN, between.lower(), between.upper());
            case Condition.BeginsWith begins ->
                add("begins_with", begins.operand(), KeyTest.Operator.BEGINS_WITH, begins.prefix());
            default -> throw AwsError.validation("Query key condition not supported");
        }
    }

    private void addComparison(Condition.Compare compare) {
        Comparison comparison = compare.comparison();
        if (compare.left() instanceof Constant && compare.right() instanceof Attribute attribute) {
            put(attribute, KeyTest.Operator.of(comparison.mirrored()), compare.left());
        } else if (compare.left() instanceof Attribute attribute) {
            put(attribute, KeyTest.Operator.of(comparison), compare.right());
        } else if (compare.left() instanceof Constant && compare.right() instanceof Constant) {
            throw AwsError.validation(INVALID + "No key attribute specified");
        } else {
            throw nested();
        }
    }

    private void add(String operator, Term operand, KeyTest.Operator test, Term... operands) {
        if (!(operand instanceof Attribute attribute)) {
            throw AwsError.validation(
                    INVALID + operator + " operator must have the key attribute as its first operand");
        }
        put(attribute, test, operands);
    }

    private void put(Attribute attribute, KeyTest.Operator operator, Term... operands) {
        if (attribute.path().isNested()) {
            throw reader.error("KeyConditionExpressions cannot have conditions on nested attributes");
        }
        String name = attribute.path().root();
        List<Value> values = List.of(operands).stream().map(this::constant).toList();
        if (tests.put(name, new KeyTest(name, operator, values)) != null) {
            throw reader.error("KeyConditionExpressions must only contain one condition per key");
        }
    }

    private Value constant(Term operand) {
        return switch (operand) {
            case Constant constant -> constant.constant();
            case Attribute attribute ->
                throw AwsError.validation(INVALID + "Multiple attribute names used in one condition");
            default -> throw nested();
        };
    }

    private AwsError nested() {
        return reader.error("KeyConditionExpressions cannot contain nested operations");
    }
}
