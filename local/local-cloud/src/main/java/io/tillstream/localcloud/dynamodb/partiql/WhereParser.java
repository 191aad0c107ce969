package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.Comparison;
import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.DocumentPath;
import io.tillstream.localcloud.dynamodb.expression.Term;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions of WHERE clauses. */
final class WhereParser {

    private static final Set<String> COMPARATORS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");
    private static final Set<String> ORDERED = Set.of("S", "N", "B");
    private static final int MAX_CANDIDATES = 100;
    private static final Map<String, Integer> FUNCTIONS = Map.of(
            "attribute_exists", 1, "attribute_not_exists", 1, "attribute_type", 2, "begins_with", 2, "contains", 2);
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

    private final WordReader words;
    private final LiteralReader literals;

    WhereParser(WordReader words, LiteralReader literals) {
        this.words = words;
        this.literals = literals;
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
        if (isFunction() && !words.peek().isKeyword("SIZE")) {
            return function();
        }
        Term left = operand();
        Word word = words.peek();
        if (word.kind() == Word.Kind.SIGN && COMPARATORS.contains(word.text())) {
            return comparison(words.next().text(), left);
        }
        boolean negated = words.takeKeyword("NOT");
        Condition condition = rest(left);
        return negated ? new Condition.Not(condition) : condition;
    }

    private Condition rest(Term left) {
        if (words.takeKeyword("BETWEEN")) {
            Term lower = operand();
            words.requireKeyword("AND");
            Term upper = operand();
            requireOrdered("BETWEEN", left, lower, upper);
            return new Condition.Between(left, lower, upper);
        }
        if (words.takeKeyword("IN")) {
            return new Condition.In(left, candidates());
        }
        if (words.takeKeyword("IS")) {
            return is(left);
        }
        throw words.unexpected();
    }

    private Condition comparison(String sign, Term left) {
        Comparison comparison = Comparison.ofSign(sign.equals("!=") ? "<>" : sign);
        Term right = operand();
        if (comparison.isOrdering()) {
            requireOrdered(sign, left, right);
        }
        return new Condition.Compare(comparison, left, right);
    }

    private List<Term> candidates() {
        String end = words.take("[") ? "]" : ")";
        if (end.equals(")")) {
            words.require("(");
        }
        List<Term> candidates = new ArrayList<>();
        do {
            candidates.add(operand());
        } while (words.take(","));
        words.require(end);
        if (candidates.size() > MAX_CANDIDATES) {
            throw AwsError.validation(
                    "The IN operator is provided with too many operands; number of operands: " + candidates.size());
        }
        return candidates;
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

    private boolean isFunction() {
        return words.peek().kind() == Word.Kind.NAME && words.isFollowedBy("(");
    }

    /** A function that tells true or false, which may be compared with either. */
    private Condition function() {
        Word word = words.next();
        String function = word.text().toLowerCase(Locale.ROOT);
        Integer count = FUNCTIONS.get(function);
        if (count == null) {
            throw StatementFault.at("Unrecognized function: " + function, word);
        }
        List<Term> operands = operands(function, count);
        Condition condition = switch (function) {
            case "attribute_exists" -> new Condition.Exists(path(function, operands));
            case "attribute_not_exists" -> new Condition.Not(new Condition.Exists(path(function, operands)));
            case "attribute_type" -> new Condition.TypeIs(operands.getFirst(), typeName(operands.get(1)));
            case "begins_with" -> beginsWith(operands);
            default -> new Condition.Contains(operands.getFirst(), operands.get(1));
        };
        return words.peek().is("=") ? comparedWithTruth(condition) : condition;
    }

    private Condition comparedWithTruth(Condition condition) {
        words.require("=");
        if (literals.value() instanceof Value.Bool expected) {
            return expected.value() ? condition : new Condition.Not(condition);
        }
        throw words.unexpected();
    }

    private static Condition beginsWith(List<Term> operands) {
        String type = operands.get(1).knownType();
        if (type != null && !type.equals("S") && !type.equals("B")) {
            throw wrongType("begins_with", type);
        }
        return new Condition.BeginsWith(operands.getFirst(), operands.get(1));
    }

    private static DocumentPath path(String function, List<Term> operands) {
        if (operands.getFirst() instanceof Term.Attribute attribute) {
            return attribute.path();
        }
        throw AwsError.validation("Operator or function requires a document path; operator or function: " + function);
    }

    private static String typeName(Term operand) {
        if (operand instanceof Term.Constant named && named.constant() instanceof Value.Text name) {
            return name.value();
        }
        throw wrongType("attribute_type", String.valueOf(operand.knownType()));
    }

    private List<Term> operands(String function, int count) {
        List<Term> operands = new ArrayList<>();
        words.require("(");
        if (!words.take(")")) {
            do {
                operands.add(operand());
            } while (words.take(","));
            words.require(")");
        }
        if (operands.size() != count) {
            throw AwsError.validation(
                    "Incorrect number of operands for operator or function; operator or function: %s, number of operands: %d"
                            .formatted(function, operands.size()));
        }
        return operands;
    }

    private Term operand() {
        if (literals.isNext()) {
            return new Term.Constant(literals.value());
        }
        if (isFunction()) {
            Word word = words.next();
            if (!word.isKeyword("SIZE")) {
                throw StatementFault.at("Unrecognized function: " + word.text().toLowerCase(Locale.ROOT), word);
            }
            return new Term.Size(operands("size", 1).getFirst());
        }
        if (words.take("(")) {
            Term inner = operand();
            words.require(")");
            return inner;
        }
        return new Term.Attribute(words.path());
    }

    private static void requireOrdered(String operator, Term... operands) {
        for (Term operand : operands) {
            @Nullable String type = operand.knownType();
            if (type != null && !ORDERED.contains(type)) {
                throw wrongType(operator, type);
            }
        }
    }

    private static AwsError wrongType(String operator, String type) {
        return AwsError.validation(
                "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
                        .formatted(operator, type));
    }
}
