package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.IndexDefinition;
import io.tillstream.localcloud.dynamodb.tables.ItemKeys;
import io.tillstream.localcloud.dynamodb.tables.KeySchema;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a Query or a Scan reads: a table, or one of its indexes. */
record ReadSource(TableDefinition table, @Nullable IndexDefinition index) {

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
    byte[] keyOf(Item position) {
        requireKey(table.keys(), position);
        if (position.attributes().size() != positionNames().size()) {
            throw AwsError.validation("The provided starting key is invalid");
        }
        if (index == null) {
            return ItemKeys.ofTable(table.keys(), position);
        }
        requireKey(index.keys(), position);
        byte[] key = ItemKeys.ofIndex(index, table.keys(), position);
        return key == null ? new byte[0] : key;
    }

    private static void requireKey(KeySchema keys, Item position) {
        for (KeyAttribute key : (Iterable<KeyAttribute>) keys.all()::iterator) {
            Value value = position.get(key.name());
            if (value == null) {
                throw AwsError.validation("The provided starting key is invalid");
            }
            if (!value.type().equals(key.type())) {
                throw AwsError.validation(
                        "The provided starting key is invalid: The provided key element does not match the schema");
            }
        }
    }
}
