package io.tillstream.localcloud.dynamodb.tables;

import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import java.time.Instant;

/** DynamoDB's answers when something is wrong, in its words. */
public final class DynamoDbErrors {

    public static final String THROTTLED = "ProvisionedThroughputExceededException";

    private DynamoDbErrors() {}

    public static AwsError invalid(String message) {
        return ValueMessages.invalid(message);
    }

    /** For operations on items. */
    public static AwsError noResource() {
        return AwsError.badRequest("ResourceNotFoundException", "Requested resource not found");
    }

    /** For operations on tables. */
    public static AwsError noTable(String name) {
        return AwsError.badRequest(
                "ResourceNotFoundException", "Requested resource not found: Table: %s not found".formatted(name));
    }

    public static AwsError exists(String name) {
        return inUse("Table already exists: " + name);
    }

    /** For tables that are not done with another change. */
    public static AwsError changing(TableDefinition table, Instant now) {
        String change = switch (table.status(now)) {
            case "CREATING" -> "created";
            case "DELETING" -> "deleted";
            default -> "updated";
        };
        return inUse("Attempt to change a resource which is still in use: Table is being %s: %s"
                .formatted(change, table.name()));
    }

    private static AwsError inUse(String message) {
        return AwsError.badRequest("ResourceInUseException", message);
    }

    /** For statements that insert an item. */
    public static AwsError duplicate() {
        return AwsError.badRequest("DuplicateItemException", "Duplicate primary key exists in table");
    }

    public static AwsError conditionFailed() {
        return AwsError.badRequest("ConditionalCheckFailedException", "The conditional request failed");
    }

    public static AwsError keyMismatch() {
        return AwsError.validation("The provided key element does not match the schema");
    }

    public static AwsError noIndex(String name) {
        return AwsError.validation("The table does not have the specified index: " + name);
    }

    public static AwsError throttled() {
        return AwsError.badRequest(
                THROTTLED,
                "The level of configured provisioned throughput for the table was exceeded."
                        + " Consider increasing your provisioning level with the UpdateTable API.");
    }
}
