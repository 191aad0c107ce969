package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.expression.Syntax.Between;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Call;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Group;
import io.tillstream.localcloud.dynamodb.expression.Syntax.In;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Junction;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Not;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Operation;
import io.tillstream.localcloud.dynamodb.expression.Syntax.PathSyntax;
import io.tillstream.localcloud.dynamodb.expression.Syntax.ValueSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The grammar of conditions, filters and key conditions. */
final class ConditionParser {

    private static final Set<String> COMPARATORS = Set.of("=", "<>", "<", "<=", ">", ">=");
    private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT", "BETWEEN", "IN");

    private final TokenReader tokens;

    private ConditionParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    static Syntax parse(TokenReader tokens) {
        ConditionParser parser = new ConditionParser(tokens);
        Syntax whole = parser.requireCondition(parser.either());
        tokens.requireEnd();
        return whole;
    }

    private Syntax either() {
        Syntax left = both();
        while (tokens.peek().isWord("OR")) {
            requireCondition(left);
            tokens.next();
            left = new Junction(false, left, requireCondition(both()));
        }
        return left;
    }

    private Syntax both() {
        Syntax left = negated();
        while (tokens.peek().isWord("AND")) {
            requireCondition(left);
            tokens.next();
            left = new Junction(true, left, requireCondition(negated()));
        }
        return left;
    }

    private Syntax negated() {
        if (tokens.takeWord("NOT")) {
            tokens.enter();
            Syntax inner = requireCondition(negated());
            tokens.leave();
            return new Not(inner);
        }
        return compared();
    }

    private Syntax compared() {
        Syntax left = operand();
        Token token = tokens.peek();
        if (isCondition(left)) {
            return left;
        }
        if (token.kind() == Token.Kind.SIGN && COMPARATORS.contains(token.text())) {
            tokens.next();
            return new Operation(token.text(), left, requireOperand());
        }
        if (tokens.takeWord("BETWEEN")) {
            Syntax lower = requireOperand();
            if (!tokens.takeWord("AND")) {
                throw tokens.syntaxError();
            }
            return new Between(left, lower, requireOperand());
        }
        if (tokens.takeWord("IN")) {
            tokens.require("(");
            List<Syntax> parts = new ArrayList<>(List.of(left));
            list(parts);
            return new In(parts);
        }
        return left;
    }

    private Syntax requireOperand() {
        Syntax operand = operand();
        if (isCondition(operand)) {
            throw tokens.syntaxError();
        }
        return operand;
    }

    private Syntax operand() {
        Token token = tokens.peek();
        if (tokens.take("(")) {
            tokens.enter();
            Syntax inner = either();
            tokens.leave();
            tokens.require(")");
            return new Group(inner);
        }
        if (token.kind() == Token.Kind.VALUE) {
            return new ValueSyntax(tokens.next().text());
        }
        if (KEYWORDS.stream().anyMatch(token::isWord)) {
            throw tokens.syntaxError();
        }
        return token.kind() == Token.Kind.WORD && tokens.isFollowedBy("(") ? call() : tokens.path();
    }

    private Syntax call() {
        String function = tokens.next().text();
        tokens.require("(");
        List<Syntax> arguments = new ArrayList<>();
        tokens.enter();
        list(arguments);
        tokens.leave();
        return new Call(function, arguments);
    }

    private void list(List<Syntax> parts) {
        do {
            parts.add(requireOperand());
        } while (tokens.take(","));
        tokens.require(")");
    }

    /** A path or a value is no condition; a call may turn out to be one. */
    private Syntax requireCondition(Syntax syntax) {
        if (syntax.bare() instanceof PathSyntax || syntax.bare() instanceof ValueSyntax) {
            throw tokens.syntaxError();
        }
        return syntax;
    }

    private static boolean isCondition(Syntax syntax) {
        return switch (syntax.bare()) {
            case Operation operation -> true;
            case Between between -> true;
            case In in -> true;
            case Junction junction -> true;
            case Not not -> true;
            default -> false;
        };
    }
}
