package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.Value.Text;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Makes conditions, in expressions and in statements alike, and refuses operands that do not fit them. */
public final class CheckedConditions {

    private static final Set<String> WITH_BEGINNING = Set.of("S", "B");

    private final Function<String, AwsError> refusal;

    /**
     * Makes conditions of one expression or statement.
     *
     * @param refusal makes an error of a message
     */
    public CheckedConditions(Function<String, AwsError> refusal) {
        this.refusal = refusal;
    }

    public Condition compare(String sign, Term left, Term right) {
        Comparison comparison = Comparison.ofSign(sign);
        if (comparison.isOrdering()) {
            requireType(sign, OperandTypes.ORDERED, left, right);
        }
        return new Condition.Compare(comparison, left, right);
    }

    public Condition between(Term operand, Term lower, Term upper) {
        requireType("BETWEEN", OperandTypes.ORDERED, operand, lower, upper);
        return new Condition.Between(operand, lower, upper);
    }

    /** Whether conditions have a function of this name, {@code size} included. */
    public static boolean hasFunction(String name) {
        return Functions.OF_CONDITIONS.containsKey(name);
    }

    /** Requires as many operands as the function takes. */
    public void requireCount(String function, int operands) {
        Functions.wrongCount(function, operands, Functions.OF_CONDITIONS).ifPresent(fault -> {
            throw refusal.apply(fault);
        });
    }

    /** The condition that a function makes of its operands, of which there are as many as it takes. */
    public Condition function(String name, List<Term> operands) {
        Term first = operands.getFirst();
        Term last = operands.getLast();
        return switch (name) {
            case "attribute_exists" -> new Condition.Exists(path(name, first));
            case "attribute_not_exists" -> new Condition.Not(new Condition.Exists(path(name, first)));
            case "attribute_type" -> new Condition.TypeIs(first, typeName(last));
            case "begins_with" -> {
                requireType(name, WITH_BEGINNING, first, last);
                yield new Condition.BeginsWith(first, last);
            }
            default -> new Condition.Contains(first, last);
        };
    }

    private void requireType(String operator, Set<String> types, Term... operands) {
        for (Term operand : operands) {
            String type = operand.knownType();
            if (type != null && !types.contains(type)) {
                throw refusal.apply(Functions.wrongType(operator, type));
            }
        }
    }

    private DocumentPath path(String function, Term operand) {
        if (operand instanceof Term.Attribute attribute) {
            return attribute.path();
        }
        throw refusal.apply(Functions.noPath(function));
    }

    private String typeName(Term operand) {
        if (operand instanceof Term.Constant named && named.constant() instanceof Text text) {
            if (!OperandTypes.NAMES.contains(text.value())) {
                throw refusal.apply("Invalid attribute type name found; type: " + text.value()
                        + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
            }
            return text.value();
        }
        String type = operand.knownType();
        throw refusal.apply(
                Functions.wrongType("attribute_type", type == null ? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}" : type));
    }
}
