package io.tillstream.loader.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table, and the few calls that are made to it. Everything is read consistently. */
final class LedgerTable {

    static final String LOAD = "load";
    static final String ITEM = "item";

    private final DynamoDbClient dynamoDb;
    private final String name;

    LedgerTable(DynamoDbClient dynamoDb, String name) {
        this.dynamoDb = dynamoDb;
        this.name = name;
    }

    void createMissing() {
        try {
            dynamoDb.createTable(table -> table.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(text(LOAD), text(ITEM))
                    .keySchema(key(LOAD, KeyType.HASH), key(ITEM, KeyType.RANGE)));
        } catch (ResourceInUseException alreadyThere) {
            // Whoever was first made it, with the same keys.
        }
        dynamoDb.waiter().waitUntilTableExists(request -> request.tableName(name));
    }

    /** The item; empty when there is none. */
    Map<String, AttributeValue> get(String load, String item) {
        return dynamoDb.getItem(request ->
                        request.tableName(name).key(keyOf(load, item)).consistentRead(true))
                .item();
    }

    Stream<Map<String, AttributeValue>> beginningWith(String load, String prefix) {
        return dynamoDb
                .queryPaginator(request -> request.tableName(name)
                        .consistentRead(true)
                        .keyConditionExpression("#load = :load AND begins_with(#item, :prefix)")
                        .expressionAttributeNames(Map.of("#load", LOAD, "#item", ITEM))
                        .expressionAttributeValues(Map.of(":load", textOf(load), ":prefix", textOf(prefix))))
                .items()
                .stream();
    }

    void put(String load, String item, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> all = new HashMap<>(attributes);
        all.putAll(keyOf(load, item));
        dynamoDb.putItem(request -> request.tableName(name).item(all));
    }

    void delete(String load, String item) {
        dynamoDb.deleteItem(request -> request.tableName(name).key(keyOf(load, item)));
    }

    /** Whether the condition held, and so the item was changed. */
    boolean update(String load, String item, Change change) {
        try {
            dynamoDb.updateItem(request -> request.tableName(name)
                    .key(keyOf(load, item))
                    .updateExpression(change.update())
                    .conditionExpression(change.condition())
                    .expressionAttributeNames(change.names())
                    .expressionAttributeValues(change.values()));
            return true;
        } catch (ConditionalCheckFailedException otherwise) {
            return false;
        }
    }

    static AttributeValue textOf(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue numberOf(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static @Nullable String text(Map<String, AttributeValue> item, String attribute) {
        AttributeValue value = item.get(attribute);
        return value == null ? null : value.s();
    }

    private static Map<String, AttributeValue> keyOf(String load, String item) {
        return Map.of(LOAD, textOf(load), ITEM, textOf(item));
    }

    private static AttributeDefinition text(String attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    /** An update with its condition. Names and values must all be used. */
    record Change(String update, String condition, Map<String, String> names, Map<String, AttributeValue> values) {}
}
