package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.expression.Syntax.Call;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Junction;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Operation;
import io.tillstream.localcloud.dynamodb.expression.Syntax.PathSyntax;
import io.tillstream.localcloud.dynamodb.expression.Syntax.ValueSyntax;
import java.util.ArrayList;
import java.util.List;

/** Makes conditions of their grammar: puts names and values in, and checks each comparison from left to right. */
final class ConditionBuilder {

    private final TokenReader reader;
    private final Substitutions substitutions;
    private final CheckedConditions conditions;

    ConditionBuilder(TokenReader reader, Substitutions substitutions) {
        this.reader = reader;
        this.substitutions = substitutions;
        this.conditions = new CheckedConditions(reader::error);
    }

    Condition build(Syntax syntax) {
        return switch (syntax.bare()) {
            case Junction junction -> joined(junction);
            case Syntax.Not not -> new Condition.Not(build(not.inner()));
            case Syntax comparison -> {
                resolveAll(comparison);
                yield comparison(comparison);
            }
        };
    }

    private Condition joined(Junction junction) {
        List<Condition> conditions = new ArrayList<>();
        collect(junction, junction.and(), conditions);
        return junction.and() ? new Condition.All(conditions) : new Condition.Any(conditions);
    }

    private void collect(Syntax syntax, boolean and, List<Condition> conditions) {
        if (syntax instanceof Junction inner && inner.and() == and) {
            collect(inner.left(), and, conditions);
            collect(inner.right(), and, conditions);
        } else {
            conditions.add(build(syntax));
        }
    }

    /** Undefined names and values come before the other faults of a comparison. */
    private void resolveAll(Syntax comparison) {
        comparison.all().forEach(part -> {
            if (part instanceof PathSyntax path) {
                substitutions.resolve(path, reader);
            } else if (part instanceof ValueSyntax value) {
                substitutions.value(value.name(), reader);
            }
        });
    }

    private Condition comparison(Syntax syntax) {
        return switch (syntax) {
            case Operation operation -> compare(operation);
            case Syntax.Between between -> between(between);
            case Syntax.In in -> {
                List<Term> terms = in.parts().stream().map(this::term).toList();
                yield new Condition.In(terms.getFirst(), terms.subList(1, terms.size()));
            }
            case Call call -> function(call);
            default -> throw reader.syntaxError();
        };
    }

    private Condition compare(Operation operation) {
        Term left = term(operation.left());
        Term right = term(operation.right());
        requireDistinct(operation.operator(), left, right);
        return conditions.compare(operation.operator(), left, right);
    }

    private Condition between(Syntax.Between between) {
        Term operand = term(between.operand());
        Term lower = term(between.lower());
        Term upper = term(between.upper());
        Condition condition = conditions.between(operand, lower, upper);
        if (lower instanceof Term.Constant low && upper instanceof Term.Constant high) {
            reader.refuse(Bounds.fault(low.constant(), high.constant()));
        }
        return condition;
    }

    private Condition function(Call call) {
        conditions.requireCount(call.function(), call.parts().size());
        List<Term> terms = call.parts().stream().map(this::term).toList();
        if (terms.size() > 1) {
            requireDistinct(call.function(), terms.getFirst(), terms.get(1));
        }
        return conditions.function(call.function(), terms);
    }

    private Term term(Syntax syntax) {
        return switch (syntax.bare()) {
            case PathSyntax path -> new Term.Attribute(substitutions.resolve(path, reader));
            case ValueSyntax value -> new Term.Constant(substitutions.value(value.name(), reader));
            case Call call -> size(call);
            default -> throw reader.syntaxError();
        };
    }

    private Term size(Call call) {
        conditions.requireCount(call.function(), call.parts().size());
        Term operand = term(call.parts().getFirst());
        String type = operand.knownType();
        if (type != null && List.of("N", "BOOL", "NULL").contains(type)) {
            throw reader.error(Functions.wrongType("size", type));
        }
        return new Term.Size(operand);
    }

    private void requireDistinct(String operator, Term left, Term right) {
        if (left instanceof Term.Attribute attribute && left.equals(right)) {
            throw reader.error("The first operand must be distinct from the remaining operands for this operator or"
                    + " function; operator: " + operator + ", first operand: " + attribute.path());
        }
    }
}
