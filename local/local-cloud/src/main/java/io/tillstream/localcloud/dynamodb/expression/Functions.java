package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.expression.Syntax.Call;
import io.tillstream.localcloud.dynamodb.expression.Syntax.PathSyntax;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions of expressions with the number of their operands, and what can be said of a use without its values. */
final class Functions {

    static final Map<String, Integer> OF_CONDITIONS = Map.of(
            "attribute_exists", 1,
            "attribute_not_exists", 1,
            "attribute_type", 2,
            "begins_with", 2,
            "contains", 2,
            "size", 1);

    static final Map<String, Integer> OF_UPDATES = Map.of("if_not_exists", 2, "list_append", 2);

    private Functions() {}

    /** The first call of a function that these expressions do not have. */
    static Optional<String> unknown(Stream<Syntax> all, boolean update) {
        Map<String, Integer> known = update ? OF_UPDATES : OF_CONDITIONS;
        Map<String, Integer> others = update ? OF_CONDITIONS : OF_UPDATES;
        return calls(all)
                .filter(function -> !known.containsKey(function))
                .findFirst()
                .map(function -> others.containsKey(function)
                        ? "The function is not allowed in %s expression; function: %s"
                                .formatted(update ? "an update" : "a condition", function)
                        : "Invalid function name; function: " + function);
    }

    /** The first name that is written as it is and reserved. */
    static Optional<String> reserved(Stream<Syntax> all) {
        return all.flatMap(syntax -> syntax instanceof PathSyntax path ? path.steps().stream() : Stream.of())
                .flatMap(step -> Stream.ofNullable(step.name()))
                .filter(ReservedWords::contains)
                .findFirst()
                .map(name -> "Attribute name is a reserved keyword; reserved keyword: " + name);
    }

    /** What an operator says that cannot work with an operand of a type. */
    static String wrongType(String function, String type) {
        return "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
                .formatted(function, type);
    }

    /** What a function says whose operand is no path. */
    static String noPath(String function) {
        return "Operator or function requires a document path; operator or function: " + function;
    }

    static Optional<String> wrongCount(String function, int operands, Map<String, Integer> functions) {
        return Integer.valueOf(operands).equals(functions.get(function))
                ? Optional.empty()
                : Optional.of("Incorrect number of operands for operator or function; operator or function: " + function
                        + ", number of operands: " + operands);
    }

    private static Stream<String> calls(Stream<Syntax> all) {
        return all.flatMap(syntax -> syntax instanceof Call call ? Stream.of(call.function()) : Stream.of());
    }
}
