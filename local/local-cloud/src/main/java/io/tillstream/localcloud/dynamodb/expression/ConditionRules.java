package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.expression.Syntax.Between;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Call;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Group;
import io.tillstream.localcloud.dynamodb.expression.Syntax.In;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Junction;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Not;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Operation;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The faults of a whole condition that come before those of its single comparisons. */
final class ConditionRules {

    private static final int MAX_OPERATORS = 300;
    private static final int MAX_CANDIDATES = 100;

    private ConditionRules() {}

    static void check(Syntax whole, TokenReader reader) {
        reader.refuse(Stream.<Supplier<Optional<String>>>of(
                        () -> redundantParentheses(whole),
                        () -> tooMany(whole),
                        () -> Functions.unknown(whole.all(), false),
                        () -> misused(whole),
                        () -> Functions.reserved(whole.all()))
                .flatMap(rule -> rule.get().stream())
                .findFirst());
    }

    private static Optional<String> redundantParentheses(Syntax whole) {
        return whole.all().anyMatch(syntax -> syntax instanceof Group group && group.inner() instanceof Group)
                ? Optional.of("The expression has redundant parentheses;")
                : Optional.empty();
    }

    private static Optional<String> tooMany(Syntax whole) {
        Optional<String> candidates = whole.all()
                .filter(syntax -> syntax instanceof In in && in.parts().size() - 1 > MAX_CANDIDATES)
                .findFirst()
                .map(in -> "The IN operator is provided with too many operands; number of operands: "
                        + (in.parts().size() - 1));
        long operators = whole.all()
                .filter(syntax -> !(syntax instanceof Group) && !syntax.parts().isEmpty())
                .count();
        return candidates.or(() -> operators > MAX_OPERATORS
                ? Optional.of("The expression contains too many operators; operator count: " + operators)
                : Optional.empty());
    }

    /** A function that tells true or false where a value is needed, or {@code size} where a condition is. */
    private static Optional<String> misused(Syntax whole) {
        return Stream.concat(asCondition(whole), whole.all().flatMap(ConditionRules::misusedIn))
                .findFirst()
                .map(function ->
                        "The function is not allowed to be used this way in an expression; function: " + function);
    }

    private static Stream<String> misusedIn(Syntax syntax) {
        return switch (syntax) {
            case Junction junction -> asConditions(junction);
            case Not not -> asConditions(not);
            case Operation operation -> asOperands(operation);
            case Between between -> asOperands(between);
            case In in -> asOperands(in);
            case Call call -> asOperands(call);
            default -> Stream.of();
        };
    }

    private static Stream<String> asConditions(Syntax syntax) {
        return syntax.parts().stream().flatMap(ConditionRules::asCondition);
    }

    private static Stream<String> asOperands(Syntax syntax) {
        return syntax.parts().stream()
                .flatMap(part -> part.bare() instanceof Call call ? Stream.of(call.function()) : Stream.of())
                .filter(function -> !function.equals("size"));
    }

    private static Stream<String> asCondition(Syntax syntax) {
        return syntax.bare() instanceof Call call && call.function().equals("size") ? Stream.of("size") : Stream.of();
    }
}
