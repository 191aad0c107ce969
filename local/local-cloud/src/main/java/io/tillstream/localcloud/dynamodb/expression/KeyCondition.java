package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query's condition on its key, by attribute. Which of them make the key is known once the table is. */
public record KeyCondition(Map<String, KeyTest> tests) {

    /**
     * The condition on the key of a table or index.
     *
     * @param partition the parts of the partition's key
     * @param sort the parts of the sort key in their order; none if there is no sort key
     */
    public KeyMatch on(List<KeyAttribute> partition, List<KeyAttribute> sort) {
        requireCount(partition.size() + sort.size());
        List<KeyTest> ofPartition = partition.stream().map(this::requirePart).toList();
        List<KeyTest> ofSort = sortTests(sort);
        requireKnown(partition, sort);
        partition.forEach(this::requireType);
        sort.forEach(this::requireType);
        if (!ofPartition.stream().allMatch(KeyTest::isEquality)) {
            throw AwsError.validation("Query key condition not supported");
        }
        return new KeyMatch(
                ofPartition.stream().map(test -> test.operands().getFirst()).toList(), ofSort);
    }

    private void requireCount(int parts) {
        if (tests.size() > parts) {
            throw AwsError.validation(
                    "The number of query conditions (%d) exceeds the number of key attributes defined in the schema (%d)"
                            .formatted(tests.size(), parts));
        }
    }

    private KeyTest requirePart(KeyAttribute part) {
        KeyTest test = tests.get(part.name());
        if (test == null) {
            throw missed(part.name());
        }
        return test;
    }

    /** Of a sort key in several parts, the first may be left unsaid only together with all that follow. */
    private List<KeyTest> sortTests(List<KeyAttribute> sort) {
        List<KeyTest> found = new ArrayList<>();
        List<String> notEqual = new ArrayList<>();
        for (KeyAttribute part : sort) {
            @Nullable KeyTest test = tests.get(part.name());
            if (test != null && !notEqual.isEmpty()) {
                throw AwsError.validation(
                        "RANGE key attributes %s must have equality conditions specified in the query because a condition is present on key attribute %s"
                                .formatted(String.join(", ", notEqual), part.name()));
            }
            if (test == null || !test.isEquality()) {
                notEqual.add(part.name());
            }
            if (test != null) {
                found.add(test);
            }
        }
        return found;
    }

    /** A condition on another attribute takes the place of one on the sort key. */
    private void requireKnown(List<KeyAttribute> partition, List<KeyAttribute> sort) {
        Set<String> names = Stream.concat(partition.stream(), sort.stream())
                .map(KeyAttribute::name)
                .collect(Collectors.toSet());
        if (!names.containsAll(tests.keySet())) {
            throw missed(sort.stream()
                    .map(KeyAttribute::name)
                    .filter(name -> !tests.containsKey(name))
                    .findFirst()
                    .orElse(partition.getFirst().name()));
        }
    }

    private void requireType(KeyAttribute part) {
        KeyTest test = tests.get(part.name());
        if (test != null
                && !test.operands().stream().allMatch(operand -> operand.type().equals(part.type()))) {
            throw ValueMessages.invalid("Condition parameter type does not match schema type");
        }
        if (test != null
                && test.operator() == KeyTest.Operator.BEGINS_WITH
                && part.type().equals("N")) {
            throw ValueMessages.invalid("ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type");
        }
    }

    private static AwsError missed(String part) {
        return AwsError.validation("Query condition missed key schema element: " + part);
    }
}
