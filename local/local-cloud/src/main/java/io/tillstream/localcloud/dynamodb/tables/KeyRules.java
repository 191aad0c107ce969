package io.tillstream.localcloud.dynamodb.tables;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemSize;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import org.jspecify.annotations.Nullable;

/** What must hold for the keys of items, in a table and in its indexes. */
public final class KeyRules {

    private static final int MAX_HASH_BYTES = 2048;
    private static final int MAX_RANGE_BYTES = 1024;

    private KeyRules() {}

    /** A key by which an item is looked up: the attributes of the table's key and no others. */
    public static void requireKey(TableDefinition table, Item key) {
        table.keys().all().forEach(attribute -> {
            Value value = key.get(attribute.name());
            if (value == null || !value.type().equals(attribute.type())) {
                throw DynamoDbErrors.keyMismatch();
            }
        });
        if (key.attributes().size() != table.keys().size()) {
            throw DynamoDbErrors.keyMismatch();
        }
        requireContent(table.keys(), key);
        requireSizes(table.keys(), key);
    }

    /** An item that is put: it has the table's key, and where it has an index's key, its types. */
    public static void requireItem(TableDefinition table, Item item) {
        table.keys().all().forEach(attribute -> {
            Value value = item.get(attribute.name());
            if (value == null) {
                throw DynamoDbErrors.invalid("Missing the key %s in the item".formatted(attribute.name()));
            }
            if (!value.type().equals(attribute.type())) {
                throw DynamoDbErrors.invalid("Type mismatch for key %s expected: %s actual: %s"
                        .formatted(attribute.name(), attribute.type(), value.type()));
            }
        });
        requireContent(table.keys(), item);
        requireSizes(table.keys(), item);
        table.indexesByName().forEach(index -> requireIndexKey(index, item));
    }

    /** As {@link #requireItem}, in the words of BatchWriteItem. */
    public static void requireItemOfBatch(TableDefinition table, Item item) {
        table.keys().all().forEach(attribute -> {
            Value value = item.get(attribute.name());
            if (value == null || !value.type().equals(attribute.type())) {
                throw DynamoDbErrors.keyMismatch();
            }
        });
        requireContent(table.keys(), item);
        requireSizes(table.keys(), item);
        table.indexesByName().forEach(index -> requireIndexKey(index, item));
    }

    /** An item as an update leaves it. */
    public static void requireUpdated(TableDefinition table, Item item) {
        for (IndexDefinition index : table.indexesByName()) {
            KeyAttribute wrong = index.mismatch(item);
            if (wrong != null) {
                throw mismatch(index, wrong, item);
            }
            requireUpdatedContent(index, item);
            requireSizes(index.keys(), item);
        }
    }

    /** No attribute of an index's key is empty after an update, as far as that is known without the item. */
    public static void requireUpdatedContent(TableDefinition table, Item constants) {
        table.indexesByName().forEach(index -> requireUpdatedContent(index, constants));
    }

    private static void requireUpdatedContent(IndexDefinition index, Item item) {
        index.keys().all().forEach(key -> {
            if (isEmpty(item.get(key.name()))) {
                throw AwsError.validation("One or more parameter values are not valid. The update expression"
                        + " attempted to update a secondary index key to a value that is not supported."
                        + " The AttributeValue for a key attribute cannot contain an empty %s value."
                                .formatted(typeName(key)));
            }
        });
    }

    private static void requireIndexKey(IndexDefinition index, Item item) {
        KeyAttribute wrong = index.mismatch(item);
        if (wrong != null) {
            throw mismatch(index, wrong, item);
        }
        requireIndexContent(index, item);
        requireSizes(index.keys(), item);
    }

    private static void requireIndexContent(IndexDefinition index, Item item) {
        index.keys().all().forEach(key -> {
            if (isEmpty(item.get(key.name()))) {
                throw AwsError.validation("One or more parameter values are not valid. A value specified for a"
                        + " secondary index key is not supported. The AttributeValue for a key attribute cannot contain"
                        + " an empty %s value. IndexName: %s, IndexKey: %s"
                                .formatted(typeName(key), index.name(), key.name()));
            }
        });
    }

    private static AwsError mismatch(IndexDefinition index, KeyAttribute key, Item item) {
        Value value = item.get(key.name());
        return DynamoDbErrors.invalid("Type mismatch for Index Key %s Expected: %s Actual: %s IndexName: %s"
                .formatted(key.name(), key.type(), value == null ? "NULL" : value.type(), index.name()));
    }

    private static void requireSizes(KeySchema keys, Item item) {
        int range = 0;
        for (KeyAttribute key : keys.hash()) {
            Value value = item.get(key.name());
            if (value != null && ItemSize.of(value) > MAX_HASH_BYTES) {
                throw DynamoDbErrors.invalid(
                        "Size of hashkey has exceeded the maximum size limit of%d bytes".formatted(MAX_HASH_BYTES));
            }
        }
        for (KeyAttribute key : keys.range()) {
            Value value = item.get(key.name());
            range += value == null ? 0 : ItemSize.of(value);
        }
        if (range > MAX_RANGE_BYTES) {
            throw DynamoDbErrors.invalid("Aggregated size of all range keys has exceeded the size limit of %d bytes"
                    .formatted(MAX_RANGE_BYTES));
        }
    }

    /** No key attribute is empty; of an index's key, if an item is put. */
    public static void requireContent(TableDefinition table, Item item, boolean isPut) {
        requireContent(table.keys(), item);
        if (isPut) {
            table.indexesByName().forEach(index -> requireIndexContent(index, item));
        }
    }

    private static void requireContent(KeySchema keys, Item item) {
        keys.all().forEach(key -> {
            if (isEmpty(item.get(key.name()))) {
                throw AwsError.validation("One or more parameter values are not valid. The AttributeValue for a key"
                        + " attribute cannot contain an empty %s value. Key: %s".formatted(typeName(key), key.name()));
            }
        });
    }

    private static boolean isEmpty(@Nullable Value value) {
        return (value instanceof Value.Text text && text.value().isEmpty())
                || (value instanceof Value.Binary binary && !binary.value().hasRemaining());
    }

    private static String typeName(KeyAttribute key) {
        return key.type().equals("B") ? "binary" : "string";
    }
}
