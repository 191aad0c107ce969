package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The comparison operators of the older members, with how many operands of which types they take. */
enum LegacyOperator {
    IN(1, Integer.MAX_VALUE, OperandTypes.NAMES),
    NULL(0, 0, OperandTypes.NAMES),
    BETWEEN(2, 2, OperandTypes.ORDERED),
    LT(1, 1, OperandTypes.ORDERED),
    NOT_CONTAINS(1, 1, OperandTypes.NAMES),
    EQ(1, 1, OperandTypes.NAMES),
    GT(1, 1, OperandTypes.ORDERED),
    NOT_NULL(0, 0, OperandTypes.NAMES),
    NE(1, 1, OperandTypes.NAMES),
    LE(1, 1, OperandTypes.ORDERED),
    BEGINS_WITH(1, 1, Set.of("S", "B")),
    GE(1, 1, OperandTypes.ORDERED),
    CONTAINS(1, 1, OperandTypes.NAMES);

    private final int fewest;
    private final int most;
    // The sets are immutable; nothing tells Error Prone so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> types;

    LegacyOperator(int fewest, int most, Set<String> types) {
        this.fewest = fewest;
        this.most = most;
        this.types = types;
    }

    static Optional<LegacyOperator> named(String name) {
        return Arrays.stream(values())
                .filter(operator -> operator.name().equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ", "[", "]"));
    }

    boolean takesOperands() {
        return most > 0;
    }

    /** What is wrong with the operands, if anything. */
    Optional<AwsError> fault(List<Value> operands) {
        if (operands.size() < fewest || operands.size() > most) {
            return Optional.of(
                    ValueMessages.invalid("Invalid number of argument(s) for the " + this + " ComparisonOperator"));
        }
        if (operands.stream().map(Value::type).distinct().count() > 1) {
            return Optional.of(ValueMessages.invalid("AttributeValues inside AttributeValueList must be of same type"));
        }
        if (!operands.isEmpty() && !types.contains(operands.getFirst().type())) {
            return Optional.of(ValueMessages.invalid("ComparisonOperator " + this + " is not valid for "
                    + operands.getFirst().type() + " AttributeValue type"));
        }
        return this == BETWEEN && Bounds.areReversed(operands.getFirst(), operands.getLast())
                ? Optional.of(AwsError.validation(
                        "The BETWEEN condition was provided a range where the lower bound is greater than the"
                                + " upper bound"))
                : Optional.empty();
    }

    /** The condition it makes on an attribute. */
    Condition on(String attribute, List<Value> operands) {
        Term left = new Term.Attribute(DocumentPath.attribute(attribute));
        List<Term> rights = operands.stream().<Term>map(Term.Constant::new).toList();
        Condition exists = new Condition.Exists(DocumentPath.attribute(attribute));
        return switch (this) {
            case NULL -> new Condition.Not(exists);
            case NOT_NULL -> exists;
            case IN -> new Condition.In(left, rights);
            case BETWEEN -> new Condition.Between(left, rights.getFirst(), rights.getLast());
            case BEGINS_WITH -> new Condition.BeginsWith(left, rights.getFirst());
            case CONTAINS -> new Condition.Contains(left, rights.getFirst());
            case NOT_CONTAINS -> new Condition.Not(new Condition.Contains(left, rights.getFirst()));
            case EQ, NE, LT, LE, GT, GE -> new Condition.Compare(Comparison.valueOf(name()), left, rights.getFirst());
        };
    }

    /** The test of a key that it makes, if a key can answer it. */
    Optional<KeyTest.Operator> ofKey() {
        return Arrays.stream(KeyTest.Operator.values())
                .filter(operator -> operator.name().equals(name()))
                .findFirst();
    }
}
