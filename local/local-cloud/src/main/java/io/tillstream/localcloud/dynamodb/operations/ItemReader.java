package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.Projection;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.store.EntryView;
import io.tillstream.localcloud.dynamodb.tables.ItemKeys;
import io.tillstream.localcloud.dynamodb.tables.KeyRules;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemCodec;
import org.jspecify.annotations.Nullable;

/** Looks items up by their keys. */
final class ItemReader {

    private final EntryStore store;
    private final Tables tables;

    ItemReader(EntryStore store, Tables tables) {
        this.store = store;
        this.tables = tables;
    }

    /** The table, if it is in service and has such keys. */
    TableDefinition requireKey(String name, Item key) {
        TableDefinition table = tables.inService(name);
        KeyRules.requireKey(table, key);
        return table;
    }

    /** The item of a key that has been checked. */
    @Nullable
    Item get(TableDefinition table, Item key) {
        return get(store, table, key);
    }

    /** The item of a key that has been checked, as a view shows it. */
    static @Nullable Item get(EntryView view, TableDefinition table, Item key) {
        byte[] value = view.get(table.space(), ItemKeys.ofTable(table.keys(), key));
        return value == null ? null : ItemCodec.decode(value);
    }

    static Item projected(Item item, @Nullable Projection projection) {
        return projection == null ? item : projection.apply(item);
    }
}
