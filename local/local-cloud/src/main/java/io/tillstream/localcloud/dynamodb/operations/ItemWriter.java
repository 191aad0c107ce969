package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.DocumentPath;
import io.tillstream.localcloud.dynamodb.expression.Update;
import io.tillstream.localcloud.dynamodb.operations.ItemWrite.Action;
import io.tillstream.localcloud.dynamodb.store.EntryBatch;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.ItemChanges;
import io.tillstream.localcloud.dynamodb.tables.ItemKeys;
import io.tillstream.localcloud.dynamodb.tables.KeyRules;
import io.tillstream.localcloud.dynamodb.tables.StoredItem;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.tables.WriteCost;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemSize;
import io.tillstream.localcloud.dynamodb.value.ValueDepth;
import io.tillstream.localcloud.protocol.AwsError;
import org.jspecify.annotations.Nullable;

/** Carries out writes: finds the item, asks the condition, stores what comes of it. */
final class ItemWriter {

    private final EntryStore store;
    private final Tables tables;

    ItemWriter(EntryStore store, Tables tables) {
        this.store = store;
        this.tables = tables;
    }

    /** Carries out one write by itself. */
    WriteOutcome write(ItemWrite write, boolean needsBefore) {
        requireSize(write);
        TableDefinition table = tables.inService(write.table());
        requireKeys(table, write);
        requireAdmitted(table, write);
        byte[] key = ItemKeys.ofTable(table.keys(), write.item());
        return store.write(batch -> carryOut(write, key, batch, needsBefore, 1, new WriteCost()));
    }

    /** Carries out a write as a part of a batch, whose writes are of different items. */
    WriteOutcome carryOut(
            ItemWrite write, byte[] key, EntryBatch batch, boolean needsBefore, int factor, WriteCost cost) {
        // Looked up again: since the request was checked, the table may have got an index.
        TableDefinition table = tables.inService(write.table());
        ItemChanges changes = new ItemChanges(store, batch, tables.now(), false);
        boolean reads = needsBefore || write.condition() != null || isFollowed(table) || !write.isPut();
        Item before = reads ? changes.current(table, key) : null;
        requireCondition(write, before);
        StoredItem after = after(table, write, before);
        double taken = cost.ofTable();
        if (!(write.action() instanceof Action.Check)) {
            changes.replace(table, key, before, after, cost, factor);
        } else {
            cost.addCheck(after == null ? 0 : after.size(), factor);
        }
        tables.limits().hasWritten(table, write.item(), cost.ofTable() - taken);
        return new WriteOutcome(table, before, after == null ? null : after.item(), cost);
    }

    /** Refuses a write whose table or partition has taken what it can. */
    void requireAdmitted(TableDefinition table, ItemWrite write) {
        if (!tables.limits().admitsWrite(table, write.item())) {
            throw DynamoDbErrors.throttled();
        }
    }

    /** Whether an index or a stream follows what the item was before. */
    private static boolean isFollowed(TableDefinition table) {
        return !table.indexes().isEmpty() || table.settings().changeStream() != null;
    }

    static void requireKeys(TableDefinition table, ItemWrite write) {
        if (write.isPut()) {
            KeyRules.requireItem(table, write.item());
            return;
        }
        KeyRules.requireKey(table, write.item());
        if (write.action() instanceof Action.Change change) {
            requireNoKey(table, change.update());
        }
    }

    private static void requireNoKey(TableDefinition table, Update update) {
        update.paths().forEach(path -> {
            if (table.keys().has(path.root())) {
                throw DynamoDbErrors.invalid(
                        "Cannot update attribute %s. This attribute is part of the key".formatted(path.root()));
            }
        });
    }

    static void requireSize(ItemWrite write) {
        if (write.action() instanceof Action.Put put && put.item().size() > ItemSize.MAX_BYTES) {
            throw AwsError.validation("Item size has exceeded the maximum allowed size");
        }
    }

    private static void requireCondition(ItemWrite write, @Nullable Item before) {
        if (before != null && write.action() instanceof Action.Put put && put.mustBeNew()) {
            throw DynamoDbErrors.duplicate();
        }
        if (!Condition.isMet(write.condition(), before == null ? Item.EMPTY : before)) {
            AwsError failed = DynamoDbErrors.conditionFailed();
            throw write.tellsItem() && before != null ? failed.with("Item", before) : failed;
        }
    }

    private static @Nullable StoredItem after(TableDefinition table, ItemWrite write, @Nullable Item before) {
        return switch (write.action()) {
            case Action.Put put -> put.item();
            case Action.Delete delete -> null;
            case Action.Check check -> before == null ? null : StoredItem.of(before);
            case Action.Change change -> changed(table, change.update(), before, write.item());
        };
    }

    private static @Nullable StoredItem changed(TableDefinition table, Update update, @Nullable Item before, Item key) {
        if (before == null && !update.createsItem()) {
            return null;
        }
        StoredItem after = StoredItem.of(update.apply(before == null ? key : before));
        KeyRules.requireUpdated(table, after.item());
        if (update.paths().stream().anyMatch(DocumentPath::isNested)) {
            ValueDepth.require(after.item());
        }
        if (after.size() > ItemSize.MAX_BYTES) {
            throw AwsError.validation("Item size to update has exceeded the maximum allowed size");
        }
        return after;
    }
}
