package io.tillstream.localcloud.dynamodb.tables;

import io.tillstream.localcloud.dynamodb.store.EntryBatch;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemCodec;
import io.tillstream.localcloud.dynamodb.value.ItemSize;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of items, with the entries of their indexes and the records of their streams in the same batch. */
public final class ItemChanges {

    private final EntryStore store;
    private final EntryBatch batch;
    private final Instant now;
    private final boolean expiring;

    /** @param expiring whether items are deleted because their time has come */
    public ItemChanges(EntryStore store, EntryBatch batch, Instant now, boolean expiring) {
        this.store = store;
        this.batch = batch;
        this.now = now;
        this.expiring = expiring;
    }

    /** The item as it is before this batch. */
    public @Nullable Item current(TableDefinition table, byte[] key) {
        byte[] value = store.get(table.space(), key);
        return value == null ? null : ItemCodec.decode(value);
    }

    /**
     * Puts an item, or deletes it if there is none after.
     *
     * @param before the item as it is; may be left out if the table does not need it and the cost is not asked for
     * @param cost what the change costs is added to it
     * @param factor 2 in transactions
     */
    public void replace(
            TableDefinition table,
            byte[] key,
            @Nullable Item before,
            @Nullable StoredItem after,
            WriteCost cost,
            int factor) {
        if (after != null) {
            batch.put(table.space(), key, after.bytes());
        } else if (before != null) {
            batch.delete(table.space(), key);
        }
        cost.addTable(Math.max(before == null ? 0 : ItemSize.of(before), after == null ? 0 : after.size()), factor);
        for (IndexDefinition index : table.indexes()) {
            replace(table, index, before, after == null ? null : after.item(), cost, factor);
        }
        recordChange(table, before, after == null ? null : after.item());
    }

    private void recordChange(TableDefinition table, @Nullable Item before, @Nullable Item after) {
        ChangeStream stream = table.settings().changeStream();
        if (stream != null && !Objects.equals(before, after)) {
            ChangeRecord change = ChangeRecord.of(stream, table.keys(), before, after, now, expiring);
            batch.put(stream.space(), ChangeRecord.key(batch.nextNumber()), change.encode());
        }
    }

    private void replace(
            TableDefinition table,
            IndexDefinition index,
            @Nullable Item before,
            @Nullable Item after,
            WriteCost cost,
            int factor) {
        byte[] oldKey = before == null ? null : ItemKeys.ofIndex(index, table.keys(), before);
        byte[] newKey = after == null ? null : ItemKeys.ofIndex(index, table.keys(), after);
        Item oldItem = oldKey == null || before == null ? null : index.projected(before, table.keys());
        Item newItem = newKey == null || after == null ? null : index.projected(after, table.keys());
        boolean moved = !Arrays.equals(oldKey, newKey);
        if (oldKey != null && oldItem != null && moved) {
            batch.delete(index.space(), oldKey);
            cost.addIndex(index, ItemSize.of(oldItem), factor);
        }
        if (newKey != null && newItem != null && (moved || !newItem.equals(oldItem))) {
            batch.put(index.space(), newKey, ItemCodec.encode(newItem));
            cost.addIndex(index, ItemSize.of(newItem), factor);
        }
    }
}
