package io.tillstream.localcloud.dynamodb.operations;

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
        if (request.has("TransactItems")) {
            checks.length(request.json().get("TransactItems"), "transactItems", items.size(), 1, MAX_ACTIONS);
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
        MemberChecks checks = new MemberChecks(request);
        int length = request.text("ClientRequestToken").orElse("").length();
        checks.lengthOnly("ClientRequestToken", length, 0, MAX_TOKEN);
        checks.done();
    }

    private static void check(AwsRequest item, List<String> kinds, String path, MemberChecks checks) {
        for (String kind : kinds) {
            item.structure(kind).ifPresent(action -> {
                String where = path + MemberChecks.lowerFirst(kind) + ".";
                String name =
                        action.text("TableName").map(MemberChecks::withoutArn).orElse(null);
                checks.checkName(name, where + "tableName", 1);
                checks.required(action, kind.equals("Put") ? "Item" : "Key", where);
                if (kind.equals("ConditionCheck")) {
                    checks.required(action, "ConditionExpression", where);
                }
                if (kind.equals("Update")) {
                    checks.required(action, "UpdateExpression", where);
                }
                action.text("ReturnValuesOnConditionCheckFailure")
                        .ifPresent(value -> checks.valueOneOf(
                                value, where + "returnValuesOnConditionCheckFailure", "ALL_OLD", "NONE"));
            });
        }
    }
}
