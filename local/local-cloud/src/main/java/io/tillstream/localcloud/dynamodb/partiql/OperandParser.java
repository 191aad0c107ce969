package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.Term;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operands of conditions: literals, parameters, paths and sizes. */
final class OperandParser {

    private static final Set<String> ORDERED = Set.of("S", "N", "B");
    private static final int MAX_CANDIDATES = 100;

    private final WordReader words;
    private final LiteralReader literals;

    OperandParser(WordReader words, LiteralReader literals) {
        this.words = words;
        this.literals = literals;
    }

    /** Whether a call of a function is next. */
    boolean isFunction() {
        return words.peek().kind() == Word.Kind.NAME && words.isFollowedBy("(");
    }

    Term operand() {
        words.enter();
        Term operand = operandWithin();
        words.leave();
        return operand;
    }

    private Term operandWithin() {
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

    /** The list behind IN. */
    List<Term> candidates() {
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

    /** The operands of a function, which takes that many. */
    List<Term> operands(String function, int count) {
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

    /** Refuses operands that have no order. */
    static void requireOrdered(String operator, Term... operands) {
        for (Term operand : operands) {
            @Nullable String type = operand.knownType();
            if (type != null && !ORDERED.contains(type)) {
                throw wrongType(operator, type);
            }
        }
    }

    static AwsError wrongType(String operator, String type) {
        return AwsError.validation(
                "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
                        .formatted(operator, type));
    }
}
