package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.IndexDefinition;
import io.tillstream.localcloud.dynamodb.tables.ItemKeys;
import io.tillstream.localcloud.dynamodb.tables.KeySchema;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a Query or a Scan reads: a table, or one of its indexes. */
record ReadSource(TableDefinition table, @Nullable IndexDefinition index) {

    private static final String INVALID = "The provided starting key is invalid";

    static ReadSource of(TableDefinition table, @Nullable String indexName) {
        if (indexName == null) {
            return new ReadSource(table, null);
        }
        return new ReadSource(table, table.index(indexName).orElseThrow(() -> DynamoDbErrors.noIndex(indexName)));
    }

    int space() {
        return index == null ? table.space() : index.space();
    }

    KeySchema keys() {
        return index == null ? table.keys() : index.keys();
    }

    boolean isGlobalIndex() {
        return index != null && index.global();
    }

    /** What a page that ends at an item tells as the place to go on from. */
    Item position(Item item) {
        return item.only(positionNames());
    }

    private Set<String> positionNames() {
        Set<String> names = new LinkedHashSet<>(table.keys().names());
        if (index != null) {
            names.addAll(index.keys().names());
        }
        return names;
    }

    /** The key of the entry that a position stands for. */
    byte[] keyOf(Item position, boolean ofQuery) {
        requireNames(position, ofQuery);
        requireTypes(table.keys(), position);
        if (index == null) {
            return ItemKeys.ofTable(table.keys(), position);
        }
        requireTypes(index.keys(), position);
        byte[] key = ItemKeys.ofIndex(index, table.keys(), position);
        return key == null ? new byte[0] : key;
    }

    /** A Scan tells more of what is wrong than a Query. */
    private void requireNames(Item position, boolean ofQuery) {
        if (!position.attributes().keySet().equals(positionNames())) {
            throw ofQuery ? AwsError.validation(INVALID) : mismatch();
        }
    }

    private static void requireTypes(KeySchema keys, Item position) {
        keys.all().forEach(key -> {
            Value value = position.get(key.name());
            if (value == null || !value.type().equals(key.type())) {
                throw mismatch();
            }
        });
    }

    private static AwsError mismatch() {
        return AwsError.validation(INVALID + ": The provided key element does not match the schema");
    }
}
