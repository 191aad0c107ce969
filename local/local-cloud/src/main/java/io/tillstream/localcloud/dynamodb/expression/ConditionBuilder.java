package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.expression.Syntax.Call;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Junction;
import io.tillstream.localcloud.dynamodb.expression.Syntax.Operation;
import io.tillstream.localcloud.dynamodb.expression.Syntax.PathSyntax;
import io.tillstream.localcloud.dynamodb.expression.Syntax.ValueSyntax;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes conditions of their grammar: puts names and values in, and checks each comparison from left to right. */
final class ConditionBuilder {

    private final TokenReader reader;
    private final Substitutions substitutions;

    ConditionBuilder(TokenReader reader, Substitutions substitutions) {
        this.reader = reader;
        this.substitutions = substitutions;
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
        Comparison comparison = Comparison.ofSign(operation.operator());
        Term left = term(operation.left());
        Term right = term(operation.right());
        requireDistinct(operation.operator(), left, right);
        if (comparison.isOrdering()) {
            requireOrdered(operation.operator(), List.of(left, right));
        }
        return new Condition.Compare(comparison, left, right);
    }

    private Condition between(Syntax.Between between) {
        Term operand = term(between.operand());
        Term lower = term(between.lower());
        Term upper = term(between.upper());
        requireOrdered("BETWEEN", List.of(operand, lower, upper));
        if (lower instanceof Term.Constant low && upper instanceof Term.Constant high) {
            reader.refuse(Bounds.fault(low.constant(), high.constant()));
        }
        return new Condition.Between(operand, lower, upper);
    }

    private Condition function(Call call) {
        requireCount(call);
        List<Term> terms = call.parts().stream().map(this::term).toList();
        if (terms.size() > 1) {
            requireDistinct(call.function(), terms.getFirst(), terms.get(1));
        }
        return switch (call.function()) {
            case "attribute_exists" -> new Condition.Exists(path(call, terms.getFirst()));
            case "attribute_not_exists" -> new Condition.Not(new Condition.Exists(path(call, terms.getFirst())));
            case "attribute_type" -> new Condition.TypeIs(terms.getFirst(), typeName(terms.get(1)));
            case "begins_with" -> beginsWith(terms.getFirst(), terms.get(1));
            default -> new Condition.Contains(terms.getFirst(), terms.get(1));
        };
    }

    private Condition beginsWith(Term operand, Term prefix) {
        for (Term term : List.of(operand, prefix)) {
            String type = term.knownType();
            if (type != null && !type.equals("S") && !type.equals("B")) {
                throw reader.error(Functions.wrongType("begins_with", type));
            }
        }
        return new Condition.BeginsWith(operand, prefix);
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
        requireCount(call);
        Term operand = term(call.parts().getFirst());
        String type = operand.knownType();
        if (type != null && List.of("N", "BOOL", "NULL").contains(type)) {
            throw reader.error(Functions.wrongType("size", type));
        }
        return new Term.Size(operand);
    }

    private DocumentPath path(Call call, Term operand) {
        if (operand instanceof Term.Attribute attribute) {
            return attribute.path();
        }
        throw reader.error("Operator or function requires a document path; operator or function: " + call.function());
    }

    private String typeName(Term operand) {
        if (operand instanceof Term.Constant named && named.constant() instanceof Value.Text text) {
            String name = text.value();
            if (!OperandTypes.NAMES.contains(name)) {
                throw reader.error("Invalid attribute type name found; type: " + name
                        + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
            }
            return name;
        }
        String type = operand.knownType();
        throw reader.error(
                Functions.wrongType("attribute_type", type == null ? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}" : type));
    }

    private void requireCount(Call call) {
        reader.refuse(Functions.wrongCount(call, Functions.OF_CONDITIONS));
    }

    private void requireDistinct(String operator, Term left, Term right) {
        if (left instanceof Term.Attribute attribute && left.equals(right)) {
            throw reader.error("The first operand must be distinct from the remaining operands for this operator or"
                    + " function; operator: " + operator + ", first operand: " + attribute.path());
        }
    }

    private void requireOrdered(String operator, List<Term> terms) {
        for (Term term : terms) {
            @Nullable String type = term.knownType();
            if (type != null && !OperandTypes.ORDERED.contains(type)) {
                throw unordered(operator, type);
            }
        }
    }

    private AwsError unordered(String operator, String type) {
        return reader.error(Functions.wrongType(operator, type));
    }
}
