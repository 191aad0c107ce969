package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.Projection;
import io.tillstream.localcloud.dynamodb.store.EntryView;
import io.tillstream.localcloud.dynamodb.tables.ItemKeys;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemCodec;
import org.jspecify.annotations.Nullable;

/** Looks items up by their keys. */
final class ItemReader {

    private ItemReader() {}

    /** The item of a key that has been checked, as a view shows it. */
    static @Nullable Item get(EntryView view, TableDefinition table, Item key) {
        byte[] value = view.get(table.space(), ItemKeys.ofTable(table.keys(), key));
        return value == null ? null : ItemCodec.decode(value);
    }

    static Item projected(Item item, @Nullable Projection projection) {
        return projection == null ? item : projection.apply(item);
    }
}
