package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.CheckedConditions;
import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.util.Locale;

/** The functions of conditions. */
final class FunctionParser {

    private final WordReader words;
    private final LiteralReader literals;
    private final OperandParser parser;
    private final CheckedConditions conditions;

    FunctionParser(WordReader words, LiteralReader literals, OperandParser parser, CheckedConditions conditions) {
        this.words = words;
        this.literals = literals;
        this.parser = parser;
        this.conditions = conditions;
    }

    /** A function that tells true or false, which may be compared with either. */
    Condition condition() {
        Word word = words.next();
        String function = word.text().toLowerCase(Locale.ROOT);
        if (!CheckedConditions.hasFunction(function)) {
            throw StatementFault.at("Unrecognized function: " + function, word);
        }
        Condition condition = conditions.function(function, parser.operands(function));
        return words.peek().is("=") ? comparedWithTruth(condition) : condition;
    }

    private Condition comparedWithTruth(Condition condition) {
        words.require("=");
        if (literals.value() instanceof Value.Bool expected) {
            return expected.value() ? condition : new Condition.Not(condition);
        }
        throw words.unexpected();
    }
}
