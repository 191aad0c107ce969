package io.tillstream.localcloud.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The shape of the tables in tests: a key {@code p} and a sort key {@code s}, both text. */
public final class Tables {

    /** What a call to write a batch takes. */
    private static final int BATCH = 25;

    private Tables() {}

    /** Creates a table, and waits until it can be used. */
    public static void create(DynamoDbClient db, String name) {
        db.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("p"), text("s"))
                .keySchema(key("p", KeyType.HASH), key("s", KeyType.RANGE)));
        db.waiter().waitUntilTableExists(table -> table.tableName(name));
    }

    /** Puts that many small items into one partition. */
    public static void fill(DynamoDbClient db, String name, String partition, int items) {
        for (int first = 0; first < items; first += BATCH) {
            List<WriteRequest> writes = IntStream.range(first, Math.min(first + BATCH, items))
                    .mapToObj(i -> put(partition, Integer.toString(i)))
                    .toList();
            db.batchWriteItem(batch -> batch.requestItems(Map.of(name, writes)));
        }
    }

    private static WriteRequest put(String partition, String sort) {
        Map<String, AttributeValue> item =
                Map.of("p", AttributeValue.fromS(partition), "s", AttributeValue.fromS(sort));
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }

    /** The text of an attribute the item is known to have. */
    public static String text(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute), attribute).s();
    }

    static AttributeDefinition text(String name) {
        return attribute(name, ScalarAttributeType.S);
    }

    static AttributeDefinition number(String name) {
        return attribute(name, ScalarAttributeType.N);
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
