package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.List;

/** What both transaction operations check of their members. */
final class TransactionRules {

    private static final int MAX_ACTIONS = 100;
    private static final int MAX_TOKEN = 36;

    private TransactionRules() {}

    /** The actions of a request, each of which has one of the members given. */
    static List<AwsRequest> actions(AwsRequest request, List<String> kinds) {
        checkToken(request);
        MemberChecks checks = new MemberChecks(request);
        checks.required("TransactItems");
        List<AwsRequest> items = request.structures("TransactItems");
        if ((request.has("TransactItems") && items.isEmpty()) || items.size() > MAX_ACTIONS) {
            checks.add(
                    request.json().get("TransactItems"),
                    "transactItems",
                    "Member must have length "
                            + (items.isEmpty() ? "greater than or equal to 1" : "less than or equal to 100"));
        }
        checks.returnConsumedCapacity();
        checks.returnItemCollectionMetrics();
        for (int i = 0; i < items.size(); i++) {
            check(items.get(i), kinds, "transactItems.%d.member.".formatted(i + 1), checks);
        }
        checks.done();
        return items;
    }

    static void checkToken(AwsRequest request) {
        int length = request.text("ClientRequestToken").orElse("").length();
        if (length > MAX_TOKEN) {
            throw AwsError.validation("1 validation error detected: Value at 'ClientRequestToken' failed to satisfy"
                    + " constraint: Member must have length less than or equal to 36");
        }
    }

    private static void check(AwsRequest item, List<String> kinds, String path, MemberChecks checks) {
        for (String kind : kinds) {
            item.structure(kind).ifPresent(action -> {
                String where = path + MemberChecks.lowerFirst(kind) + ".";
                String name = action.text("TableName").map(MemberChecks::withoutArn).orElse(null);
                checks.checkName(name, where + "tableName", 1);
                require(action, kind.equals("Put") ? "Item" : "Key", where, checks);
                if (kind.equals("ConditionCheck")) {
                    require(action, "ConditionExpression", where, checks);
                }
                if (kind.equals("Update")) {
                    require(action, "UpdateExpression", where, checks);
                }
                action.text("ReturnValuesOnConditionCheckFailure")
                        .ifPresent(value -> checks.valueOneOf(
                                value, where + "returnValuesOnConditionCheckFailure", "ALL_OLD", "NONE"));
            });
        }
    }

    private static void require(AwsRequest action, String member, String path, MemberChecks checks) {
        if (!action.has(member)) {
            checks.add(null, path + MemberChecks.lowerFirst(member), "Member must not be null");
        }
    }
}
