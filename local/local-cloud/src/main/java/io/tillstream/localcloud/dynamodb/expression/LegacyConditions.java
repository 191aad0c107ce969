package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.ItemJson;
import io.tillstream.localcloud.dynamodb.value.JsonTypes;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Conditions in the members that were there before expressions, which KCL 2 still sends. */
final class LegacyConditions {

    private final JsonNode request;
    private final ValueMessages messages;

    LegacyConditions(JsonNode request, ValueMessages messages) {
        this.request = request;
        this.messages = messages;
    }

    /** {@code QueryFilter} or {@code ScanFilter}. */
    @Nullable
    Condition filter(List<ExpressionKind> kinds) {
        String member = kinds.contains(ExpressionKind.KEY_CONDITION) ? "QueryFilter" : "ScanFilter";
        if (!kinds.contains(ExpressionKind.FILTER)) {
            return null;
        }
        requireOperator();
        List<Condition> conditions = new ArrayList<>();
        request.path(member)
                .properties()
                .forEach(entry -> conditions.add(condition(entry.getKey(), member, entry.getValue())));
        return joined(conditions, request.hasNonNull(member));
    }

    /** {@code Expected}. */
    @Nullable
    Condition expected(List<ExpressionKind> kinds) {
        if (!kinds.contains(ExpressionKind.CONDITION)) {
            return null;
        }
        requireOperator();
        List<Condition> conditions = new ArrayList<>();
        request.path("Expected")
                .properties()
                .forEach(entry -> conditions.add(expectation(entry.getKey(), entry.getValue())));
        return joined(conditions, request.hasNonNull("Expected"));
    }

    /** {@code KeyConditions}. */
    @Nullable
    KeyCondition key() {
        if (!request.hasNonNull("KeyConditions")) {
            return null;
        }
        Map<String, KeyTest> tests = new LinkedHashMap<>();
        request.path("KeyConditions").properties().forEach(entry -> {
            String attribute = entry.getKey();
            LegacyOperator operator = operator(attribute, "KeyConditions", entry.getValue());
            List<Value> operands = operands(operator, entry.getValue());
            KeyTest.Operator test = operator.ofKey()
                    .orElseThrow(() ->
                            AwsError.validation("Attempted conditional constraint is not an indexable operation"));
            tests.put(attribute, new KeyTest(attribute, test, operands));
        });
        return new KeyCondition(tests);
    }

    private @Nullable Condition joined(List<Condition> conditions, boolean present) {
        String operator = operator();
        if (!operator.isEmpty()) {
            if (!present) {
                throw AwsError.validation("ConditionalOperator cannot be used without Filter or Expected");
            }
            if (conditions.size() < 2) {
                throw AwsError.validation(
                        "ConditionalOperator can only be used when Filter or Expected has two or more elements");
            }
        }
        if (conditions.isEmpty()) {
            return null;
        }
        return operator.equals("OR") ? new Condition.Any(conditions) : new Condition.All(conditions);
    }

    private String operator() {
        return request.path("ConditionalOperator").asString("");
    }

    /** The operator is looked at before the values. */
    void requireOperator() {
        String operator = operator();
        if (!List.of("", "AND", "OR").contains(operator)) {
            throw messages.hasOlderWords()
                    ? AwsError.validation(
                            "1 validation error detected: Value '%s' at 'conditionalOperator' failed to satisfy constraint: Member must satisfy enum value set: [OR, AND]"
                                    .formatted(operator))
                    : AwsError.validation(
                            "Failed to satisfy constraint: Member must satisfy enum value set: [ALL, OR]");
        }
    }

    private Condition condition(String attribute, String member, JsonNode node) {
        LegacyOperator operator = operator(attribute, member, node);
        return operator.on(attribute, operands(operator, node));
    }

    private Condition expectation(String attribute, JsonNode node) {
        boolean hasValue = node.hasNonNull("Value");
        boolean hasList = node.hasNonNull("AttributeValueList");
        if (!node.hasNonNull("ComparisonOperator")) {
            return existence(attribute, node, hasValue, hasList);
        }
        LegacyOperator operator = operator(attribute, "Expected", node);
        if (node.hasNonNull("Exists")) {
            throw of(attribute, "Exists and ComparisonOperator cannot be used together");
        }
        if (hasValue && hasList) {
            throw of(attribute, "Value and AttributeValueList cannot be used together");
        }
        if (!hasValue && !hasList && operator.takesOperands()) {
            throw of(attribute, "Value or AttributeValueList must be used with ComparisonOperator: " + operator);
        }
        return operator.on(attribute, operands(operator, node));
    }

    private Condition existence(String attribute, JsonNode node, boolean hasValue, boolean hasList) {
        if (hasList) {
            throw of(attribute, "AttributeValueList can only be used with a ComparisonOperator");
        }
        JsonNode exists = node.get("Exists");
        boolean expected = exists == null || exists.isNull() || JsonTypes.flag(exists);
        if (expected && !hasValue) {
            String told = exists == null || exists.isNull() ? "null" : "true";
            throw of(attribute, "Value must be provided when Exists is " + told);
        }
        if (!expected && hasValue) {
            throw of(attribute, "Value cannot be used when Exists is false");
        }
        return expected
                ? LegacyOperator.EQ.on(attribute, List.of(ItemJson.value(node.get("Value"), messages)))
                : LegacyOperator.NULL.on(attribute, List.of());
    }

    private static AwsError of(String attribute, String fault) {
        return ValueMessages.invalid(fault + " for Attribute: " + attribute);
    }

    private List<Value> operands(LegacyOperator operator, JsonNode node) {
        List<Value> operands = new ArrayList<>();
        if (node.hasNonNull("Value")) {
            operands.add(ItemJson.value(node.get("Value"), messages));
        }
        if (node.hasNonNull("AttributeValueList")) {
            for (JsonNode element : node.get("AttributeValueList").values()) {
                operands.add(ItemJson.value(element, messages));
            }
        }
        operator.fault(operands).ifPresent(fault -> {
            throw fault;
        });
        return operands;
    }

    private LegacyOperator operator(String attribute, String member, JsonNode node) {
        String name = node.path("ComparisonOperator").asString("");
        return LegacyOperator.named(name)
                .orElseThrow(() -> AwsError.validation(
                        "1 validation error detected: Value %s at '%s.%s.member.comparisonOperator' failed to satisfy constraint: %s"
                                .formatted(
                                        name.isEmpty() ? "null" : "'" + name + "'",
                                        Character.toLowerCase(member.charAt(0)) + member.substring(1),
                                        attribute,
                                        name.isEmpty()
                                                ? "Member must not be null"
                                                : "Member must satisfy enum value set: " + LegacyOperator.names())));
    }
}
