package io.tillstream.storecalls;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/** Creates a table with the keys and indexes of its schema, billed on demand. */
public final class MissingTable {

    private MissingTable() {}

    /** Returns when the table can be used. */
    public static void create(DynamoDbClient dynamoDb, DynamoDbTable<?> table) {
        try {
            table.createTable();
        } catch (ResourceInUseException alreadyThere) {
            // Whoever was first made it, with the same keys; waiting for it is all that is left to do.
        }
        try (DynamoDbWaiter waiter = DynamoDbWaiter.builder().client(dynamoDb).build()) {
            waiter.waitUntilTableExists(request -> request.tableName(table.tableName()));
        }
    }
}
