package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.CheckedConditions;
import io.tillstream.localcloud.dynamodb.expression.Term;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The operands of conditions: literals, parameters, paths and sizes. */
final class OperandParser {

    private static final int MAX_CANDIDATES = 100;

    private final WordReader words;
    private final LiteralReader literals;
    private final CheckedConditions conditions;

    OperandParser(WordReader words, LiteralReader literals, CheckedConditions conditions) {
        this.words = words;
        this.literals = literals;
        this.conditions = conditions;
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
            return new Term.Size(operands("size").getFirst());
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

    /** The operands of a function, as many as it takes. */
    List<Term> operands(String function) {
        List<Term> operands = new ArrayList<>();
        words.require("(");
        if (!words.take(")")) {
            do {
                operands.add(operand());
            } while (words.take(","));
            words.require(")");
        }
        conditions.requireCount(function, operands.size());
        return operands;
    }
}
