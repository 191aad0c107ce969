package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.store.EntryBatch;
import io.tillstream.localcloud.dynamodb.store.EntryCursor;
import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.ItemChanges;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.tables.WriteCost;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemCodec;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes the items whose time has come: a number of seconds since 1970 that lies in the past, by five years at most. */
public final class ExpirySweep {

    private static final int ITEMS_AT_ONCE = 1_000;
    private static final long OLDEST_SECONDS = Duration.ofDays(5 * 365).toSeconds();

    private final EntryStore store;
    private final Tables tables;

    public ExpirySweep(EntryStore store, Tables tables) {
        this.store = store;
        this.tables = tables;
    }

    public void sweep() {
        for (TableDefinition table : List.copyOf(tables.all())) {
            String attribute = table.expiryAttribute();
            if (attribute != null && table.status(tables.now()).equals("ACTIVE")) {
                sweep(table, attribute);
            }
        }
    }

    private void sweep(TableDefinition table, String attribute) {
        EntryRange rest = EntryRange.ALL;
        byte[] last = sweepSome(table, attribute, rest);
        while (last != null) {
            rest = rest.after(last);
            last = sweepSome(table, attribute, rest);
        }
    }

    /** Looks at some items without holding up writes, and deletes those that are still expired then. */
    private byte @Nullable [] sweepSome(TableDefinition table, String attribute, EntryRange rest) {
        EntryCursor cursor = store.cursor(table.space(), rest, true);
        List<byte[]> expired = new ArrayList<>();
        byte[] last = null;
        for (int i = 0; i < ITEMS_AT_ONCE && cursor.next(); i++) {
            last = cursor.key();
            if (isExpired(ItemCodec.decode(cursor.value()), attribute)) {
                expired.add(last);
            }
        }
        if (!expired.isEmpty()) {
            store.write(batch -> {
                expired.forEach(key -> delete(table.name(), key, attribute, batch));
                return batch;
            });
        }
        return last;
    }

    private void delete(String name, byte[] key, String attribute, EntryBatch batch) {
        TableDefinition table = tables.inService(name);
        ItemChanges changes = new ItemChanges(store, batch, tables.now(), true);
        Item item = changes.current(table, key);
        if (item != null && isExpired(item, attribute)) {
            changes.replace(table, key, item, null, new WriteCost(), 1);
        }
    }

    private boolean isExpired(Item item, String attribute) {
        if (!(item.get(attribute) instanceof Value.Num expiry)) {
            return false;
        }
        double seconds = expiry.value().doubleValue();
        long now = tables.now().getEpochSecond();
        return seconds < now && seconds > now - OLDEST_SECONDS;
    }
}
