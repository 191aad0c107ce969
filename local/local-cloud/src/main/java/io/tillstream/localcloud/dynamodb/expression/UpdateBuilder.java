package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.expression.Syntax.Call;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Operation;
import io.tillstream.localcloud.dynamodb.expression.Syntax.PathSyntax;
import io.tillstream.localcloud.dynamodb.expression.Syntax.ValueSyntax;
import io.tillstream.localcloud.dynamodb.expression.UpdateParser.Action;
import io.tillstream.localcloud.dynamodb.expression.UpdateParser.Section;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes an update of its grammar. Its faults are told in the service's order, kind by kind. */
final class UpdateBuilder {

    private static final Map<String, String> LONG_TYPES = Map.of(
            "S", "STRING", "N", "NUMBER", "B", "BINARY", "NULL", "NULL", "BOOL", "BOOLEAN", "L", "LIST", "M", "MAP");

    private final TokenReader reader;
    private final Substitutions substitutions;

    UpdateBuilder(TokenReader reader, Substitutions substitutions) {
        this.reader = reader;
        this.substitutions = substitutions;
    }

    Update build(List<Action> actions) {
        reader.refuse(Functions.reserved(all(actions)));
        reader.refuse(Functions.unknown(all(actions), true));
        reader.refuse(repeatedSection(actions));
        // Names come before values, wherever they stand.
        all(actions).forEach(part -> {
            if (part instanceof PathSyntax path) {
                substitutions.resolve(path, reader);
            }
        });
        all(actions).forEach(part -> {
            if (part instanceof ValueSyntax value) {
                substitutions.value(value.name(), reader);
            }
        });
        reader.refuse(PathConflicts.first(
                actions.stream().map(action -> path(action.path())).toList()));
        actions.forEach(this::requireSetOperand);
        return new Update(actions.stream().map(this::edit).toList());
    }

    private static Stream<Syntax> all(List<Action> actions) {
        return actions.stream().flatMap(Action::all);
    }

    private static Optional<String> repeatedSection(List<Action> actions) {
        Set<Section> seen = EnumSet.noneOf(Section.class);
        return actions.stream()
                .filter(action -> action.first() && !seen.add(action.section()))
                .findFirst()
                .map(action ->
                        "The \"" + action.section() + "\" section can only be used once in an update expression;");
    }

    private DocumentPath path(PathSyntax path) {
        return substitutions.resolve(path, reader);
    }

    /** ADD works with numbers and sets, DELETE with sets. */
    private void requireSetOperand(Action action) {
        boolean add = action.section() == Section.ADD;
        if (action.value() == null || (!add && action.section() != Section.DELETE)) {
            return;
        }
        String type = constant(action.value()).type();
        String told = LONG_TYPES.get(type);
        if (told != null && !(add && type.equals("N"))) {
            throw reader.error(
                    "Incorrect operand type for operator or function; operator: %s, operand type: %s, typeSet: ALLOWED_FOR_%s_OPERAND"
                            .formatted(action.section(), told, action.section()));
        }
    }

    private Edit edit(Action action) {
        DocumentPath path = path(action.path());
        Syntax value = action.value();
        if (value == null) {
            return new Edit.Remove(path);
        }
        return switch (action.section()) {
            case SET, REMOVE -> new Edit.Assign(path, term(value));
            case ADD -> new Edit.Add(path, constant(value));
            case DELETE -> new Edit.Subtract(path, constant(value));
        };
    }

    private Value constant(Syntax syntax) {
        if (syntax.bare() instanceof ValueSyntax value) {
            return substitutions.value(value.name(), reader);
        }
        throw reader.syntaxError();
    }

    private Term term(Syntax syntax) {
        return switch (syntax.bare()) {
            case PathSyntax path -> new Term.Attribute(path(path));
            case ValueSyntax value -> new Term.Constant(constant(value));
            case Operation operation -> sum(operation);
            case Call call -> function(call);
            default -> throw reader.syntaxError();
        };
    }

    private Term sum(Operation operation) {
        Term left = term(operation.left());
        Term right = term(operation.right());
        requireType(operation.operator(), "N", left, right);
        return new Term.Sum(left, right, operation.operator().equals("-"));
    }

    private Term function(Call call) {
        reader.refuse(Functions.wrongCount(call.function(), call.parts().size(), Functions.OF_UPDATES));
        Term first = term(call.parts().getFirst());
        Term second = term(call.parts().getLast());
        if (call.function().equals("list_append")) {
            requireType("list_append", "L", first, second);
            return new Term.ListAppend(first, second);
        }
        if (first instanceof Term.Attribute attribute) {
            return new Term.IfNotExists(attribute.path(), second);
        }
        throw reader.error(Functions.noPath(call.function()));
    }

    private void requireType(String operator, String required, Term... operands) {
        for (Term operand : operands) {
            String type = operand.knownType();
            if (type != null && !type.equals(required)) {
                throw reader.error(Functions.wrongType(operator, type));
            }
        }
    }
}
