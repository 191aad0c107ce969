package io.tillstream.localcloud.dynamodb.expression;

import java.util.List;

/** The expressions a request may have, and the older members that say the same. */
public enum ExpressionKind {
    PROJECTION("ProjectionExpression", "AttributesToGet"),
    FILTER("FilterExpression", "QueryFilter", "ScanFilter", "ConditionalOperator"),
    KEY_CONDITION("KeyConditionExpression", "KeyConditions"),
    UPDATE("UpdateExpression", "AttributeUpdates"),
    CONDITION("ConditionExpression", "Expected", "ConditionalOperator");

    private final String member;
    // The list is immutable; nothing tells Error Prone so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> olderMembers;

    ExpressionKind(String member, String... olderMembers) {
        this.member = member;
        this.olderMembers = List.of(olderMembers);
    }

    String member() {
        return member;
    }

    List<String> olderMembers() {
        return olderMembers;
    }

    String invalid(String message) {
        return "Invalid " + member + ": " + message;
    }
}
