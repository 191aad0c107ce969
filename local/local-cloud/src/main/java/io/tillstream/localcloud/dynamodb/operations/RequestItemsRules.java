package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What holds for the member {@code RequestItems} of both batch operations. */
final class RequestItemsRules {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

    private RequestItemsRules() {}

    /** Its entries, by table. */
    static JsonNode requestItems(AwsRequest request, String operation) {
        MemberChecks checks = new MemberChecks(request);
        checks.required("RequestItems");
        checks.done();
        JsonNode items = request.structure("RequestItems").orElseThrow().json();
        if (items.isEmpty()) {
            throw AwsError.validation("The requestItems parameter is required for " + operation);
        }
        return items;
    }

    static boolean hasWrongName(JsonNode items) {
        return items.propertyNames().stream()
                .anyMatch(
                        name -> !name.startsWith("arn:") && !NAME.matcher(name).matches());
    }

    static void addWrongName(Object shown, MemberChecks checks) {
        checks.add(
                shown,
                "requestItems",
                "Map keys must satisfy constraint: [Member must have length less than or equal to 255, Member must"
                        + " have length greater than or equal to 3, Member must satisfy regular expression pattern:"
                        + " [a-zA-Z0-9_.-]+]");
    }
}
