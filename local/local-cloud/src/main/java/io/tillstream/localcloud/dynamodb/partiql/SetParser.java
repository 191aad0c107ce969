package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.DocumentPath;
import io.tillstream.localcloud.dynamodb.expression.Edit;
import io.tillstream.localcloud.dynamodb.expression.OperandTypes;
import io.tillstream.localcloud.dynamodb.expression.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The SET and REMOVE clauses of an UPDATE. */
final class SetParser {

    // As many as an update expression may have.
    private static final int MAX_SUMS = 300;

    private final WordReader words;
    private final LiteralReader literals;
    private int sums;

    SetParser(WordReader words, LiteralReader literals) {
        this.words = words;
        this.literals = literals;
    }

    List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        while (true) {
            if (words.takeKeyword("SET")) {
                do {
                    edits.add(assignment());
                } while (words.take(","));
            } else if (words.takeKeyword("REMOVE")) {
                do {
                    edits.add(new Edit.Remove(words.path()));
                } while (words.take(","));
            } else {
                return edits;
            }
        }
    }

    private Edit assignment() {
        DocumentPath path = words.path();
        words.require("=");
        Word word = words.peek();
        if (words.isFollowedBy("(") && (word.isKeyword("SET_ADD") || word.isKeyword("SET_DELETE"))) {
            return setFunction(path, words.next());
        }
        sums = 0;
        return new Edit.Assign(path, assigned());
    }

    /** The set to change must be the one that is assigned to. */
    private Edit setFunction(DocumentPath path, Word function) {
        words.require("(");
        Word firstWord = words.peek();
        List<Term> arguments = new ArrayList<>();
        if (!words.take(")")) {
            do {
                arguments.add(argument());
            } while (words.take(","));
            words.require(")");
        }
        String name = function.upper();
        if (arguments.size() != 2) {
            throw StatementFault.at(name + " must have exactly two arguments", function);
        }
        if (!arguments.getFirst().equals(new Term.Attribute(path))) {
            throw StatementFault.at("The first argument to " + name + " must equal the assignment value", function);
        }
        if (!(arguments.getLast() instanceof Term.Constant given) || !OperandTypes.SETS.contains(given.knownType())) {
            throw StatementFault.at("The second argument to " + name + " must be a value with type SET", firstWord);
        }
        return name.equals("SET_ADD")
                ? new Edit.Add(path, given.constant())
                : new Edit.Subtract(path, given.constant());
    }

    private Term argument() {
        return literals.isNext() ? new Term.Constant(literals.value()) : new Term.Attribute(words.path());
    }

    /** Operands with + or - between, of which a value has only so many. */
    private Term assigned() {
        Term left = operand();
        while (words.peek().is("+") || words.peek().is("-")) {
            if (++sums > MAX_SUMS) {
                throw words.unexpected();
            }
            boolean difference = words.next().is("-");
            left = new Term.Sum(left, operand(), difference);
        }
        return left;
    }

    private Term operand() {
        words.enter();
        Term operand = operandWithin();
        words.leave();
        return operand;
    }

    private Term operandWithin() {
        if (literals.isNext()) {
            return new Term.Constant(literals.value());
        }
        if (words.take("(")) {
            Term inner = assigned();
            words.require(")");
            return inner;
        }
        return words.peek().kind() == Word.Kind.NAME && words.isFollowedBy("(")
                ? function(words.next())
                : new Term.Attribute(words.path());
    }

    private Term function(Word word) {
        words.require("(");
        Term first = operand();
        words.require(",");
        Term second = operand();
        words.require(")");
        String function = word.text().toLowerCase(Locale.ROOT);
        if (function.equals("list_append")) {
            return new Term.ListAppend(first, second);
        }
        if (function.equals("if_not_exists") && first instanceof Term.Attribute attribute) {
            return new Term.IfNotExists(attribute.path(), second);
        }
        throw StatementFault.at("Unrecognized function: " + function, word);
    }
}
