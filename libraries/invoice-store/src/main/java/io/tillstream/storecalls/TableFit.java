package io.tillstream.storecalls;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Tells an item that a table refuses from a table that refuses all items, for its keys are not those they have. */
public final class TableFit {

    private TableFit() {}

    /** Why DynamoDB refused the item; throws "unavailable" when it would refuse any other as well. */
    public static String faultOfItem(DynamoDbTable<?> table, DynamoDbException refusal) {
        if (!takes(table)) {
            throw new StoreUnavailableException(
                    "The table " + table.tableName() + " has keys or indexes that no item can have", refusal);
        }
        return Failures.reason(refusal);
    }

    private static boolean takes(DynamoDbTable<?> table) {
        TableDescription found = table.describeTable().table();
        return keys(found).equals(Set.copyOf(table.tableSchema().tableMetadata().primaryKeys()))
                && found.attributeDefinitions().stream().allMatch(key -> isWrittenAs(key, table.tableSchema()));
    }

    private static Set<String> keys(TableDescription table) {
        return table.keySchema().stream().map(KeySchemaElement::attributeName).collect(Collectors.toSet());
    }

    /** An index may also be by what no item has, and is then empty. */
    private static boolean isWrittenAs(AttributeDefinition key, TableSchema<?> schema) {
        AttributeConverter<?> written = schema.converterForAttribute(key.attributeName());
        return written == null || Objects.equals(written.attributeValueType().name(), key.attributeTypeAsString());
    }
}
