package io.tillstream.localcloud.dynamodb.tables;

import io.tillstream.localcloud.dynamodb.store.EntryCursor;
import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemCodec;
import org.jspecify.annotations.Nullable;

/**
 * Brings the items that were there before an index into it, some at a time, while the table is in use. What is written
 * meanwhile is in the index anyway. An item whose attribute is not of the key's type stays out.
 */
public final class IndexBackfill {

    private static final int ITEMS_AT_ONCE = 500;

    private final EntryStore store;
    private final Tables tables;

    public IndexBackfill(EntryStore store, Tables tables) {
        this.store = store;
        this.tables = tables;
    }

    /** Fills what the process before has left incomplete. */
    public void resume() {
        for (TableDefinition table : tables.all()) {
            table.indexes().stream().filter(index -> !index.complete()).forEach(index -> fill(table, index));
        }
    }

    public void fill(TableDefinition table, IndexDefinition index) {
        EntryRange rest = EntryRange.ALL;
        byte[] last = fillSome(table, index, rest);
        while (last != null) {
            rest = rest.after(last);
            last = fillSome(table, index, rest);
        }
    }

    /** The key of the last item it has looked at, or null if there are no more, or no index any more. */
    private byte @Nullable [] fillSome(TableDefinition table, IndexDefinition index, EntryRange rest) {
        byte[] last = store.write(batch -> {
            if (!isWanted(table, index)) {
                return new byte[0];
            }
            EntryCursor cursor = store.cursor(table.space(), rest, true);
            byte[] reached = new byte[0];
            for (int i = 0; i < ITEMS_AT_ONCE && cursor.next(); i++) {
                reached = cursor.key();
                Item item = ItemCodec.decode(cursor.value());
                byte[] key = ItemKeys.ofIndex(index, table.keys(), item);
                if (key != null) {
                    batch.put(index.space(), key, ItemCodec.encode(index.projected(item, table.keys())));
                }
            }
            return reached;
        });
        if (last.length > 0) {
            return last;
        }
        if (isWanted(table, index)) {
            tables.change(table.name(), now -> now.withIndex(index.name(), IndexDefinition::completed));
        }
        return null;
    }

    private boolean isWanted(TableDefinition table, IndexDefinition index) {
        TableDefinition now = tables.find(table.name());
        return now != null
                && now.index(index.name())
                        .filter(known -> known.space() == index.space())
                        .isPresent();
    }
}
