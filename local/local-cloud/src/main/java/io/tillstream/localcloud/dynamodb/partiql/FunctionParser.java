package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.DocumentPath;
import io.tillstream.localcloud.dynamodb.expression.Term;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The functions of conditions. */
final class FunctionParser {

    private static final Map<String, Integer> FUNCTIONS = Map.of(
            "attribute_exists", 1, "attribute_not_exists", 1, "attribute_type", 2, "begins_with", 2, "contains", 2);

    private final WordReader words;
    private final LiteralReader literals;
    private final OperandParser parser;

    FunctionParser(WordReader words, LiteralReader literals, OperandParser parser) {
        this.words = words;
        this.literals = literals;
        this.parser = parser;
    }

    /** A function that tells true or false, which may be compared with either. */
    Condition condition() {
        Word word = words.next();
        String function = word.text().toLowerCase(Locale.ROOT);
        Integer count = FUNCTIONS.get(function);
        if (count == null) {
            throw StatementFault.at("Unrecognized function: " + function, word);
        }
        List<Term> operands = parser.operands(function, count);
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
            throw OperandParser.wrongType("begins_with", type);
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
        throw OperandParser.wrongType("attribute_type", String.valueOf(operand.knownType()));
    }
}
