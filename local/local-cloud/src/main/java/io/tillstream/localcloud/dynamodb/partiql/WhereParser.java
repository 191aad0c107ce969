package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.CheckedConditions;
import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.Term;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The conditions of WHERE clauses. */
final class WhereParser {

    private static final Set<String> COMPARATORS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("NULL", "NULL"),
            Map.entry("BOOL", "BOOL"),
            Map.entry("BOOLEAN", "BOOL"),
            Map.entry("STRING", "S"),
            Map.entry("NUMBER", "N"),
            Map.entry("NUMERIC", "N"),
            Map.entry("DECIMAL", "N"),
            Map.entry("INT", "N"),
            Map.entry("INTEGER", "N"),
            Map.entry("BINARY", "B"),
            Map.entry("BLOB", "B"),
            Map.entry("LIST", "L"),
            Map.entry("MAP", "M"),
            Map.entry("STRUCT", "M"),
            Map.entry("TUPLE", "M"),
            Map.entry("SS", "SS"),
            Map.entry("NS", "NS"),
            Map.entry("BS", "BS"));

    private final CheckedConditions conditions = new CheckedConditions(AwsError::validation);
    private final WordReader words;
    private final OperandParser operands;
    private final FunctionParser functions;

    WhereParser(WordReader words, LiteralReader literals) {
        this.words = words;
        this.operands = new OperandParser(words, literals, conditions);
        this.functions = new FunctionParser(words, literals, operands, conditions);
    }

    Condition either() {
        List<Condition> conditions = new ArrayList<>(List.of(both()));
        while (words.takeKeyword("OR")) {
            conditions.add(both());
        }
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.Any(conditions);
    }

    private Condition both() {
        List<Condition> conditions = new ArrayList<>();
        do {
            Condition next = negated();
            if (next instanceof Condition.All all) {
                conditions.addAll(all.conditions());
            } else {
                conditions.add(next);
            }
        } while (words.takeKeyword("AND"));
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.All(conditions);
    }

    private Condition negated() {
        words.enter();
        Condition condition = words.takeKeyword("NOT") ? new Condition.Not(negated()) : compared();
        words.leave();
        return condition;
    }

    private Condition compared() {
        if (words.take("(")) {
            Condition inner = either();
            words.require(")");
            return inner;
        }
        if (operands.isFunction() && !words.peek().isKeyword("SIZE")) {
            return functions.condition();
        }
        Term left = operands.operand();
        Word word = words.peek();
        if (word.kind() == Word.Kind.SIGN && COMPARATORS.contains(word.text())) {
            String sign = words.next().text();
            return conditions.compare(sign.equals("!=") ? "<>" : sign, left, operands.operand());
        }
        boolean negated = words.takeKeyword("NOT");
        Condition condition = rest(left);
        return negated ? new Condition.Not(condition) : condition;
    }

    private Condition rest(Term left) {
        if (words.takeKeyword("BETWEEN")) {
            Term lower = operands.operand();
            words.requireKeyword("AND");
            Term upper = operands.operand();
            return conditions.between(left, lower, upper);
        }
        if (words.takeKeyword("IN")) {
            return new Condition.In(left, operands.candidates());
        }
        if (words.takeKeyword("IS")) {
            return is(left);
        }
        throw words.unexpected();
    }

    private Condition is(Term left) {
        boolean negated = words.takeKeyword("NOT");
        String name = words.next().upper();
        Condition condition;
        if (name.equals("MISSING") && left instanceof Term.Attribute attribute) {
            condition = new Condition.Not(new Condition.Exists(attribute.path()));
        } else {
            String type = TYPES.get(name);
            if (type == null) {
                throw words.unexpected();
            }
            condition = new Condition.TypeIs(left, type);
        }
        return negated ? new Condition.Not(condition) : condition;
    }
}
