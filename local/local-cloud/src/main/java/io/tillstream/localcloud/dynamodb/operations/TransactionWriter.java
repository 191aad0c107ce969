package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.store.EntryBatch;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.ItemKeys;
import io.tillstream.localcloud.dynamodb.tables.KeyRules;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.tables.WriteCost;
import io.tillstream.localcloud.dynamodb.value.ItemCodec;
import io.tillstream.localcloud.dynamodb.value.ItemSize;
import io.tillstream.localcloud.protocol.AwsError;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out several writes together or none of them. */
final class TransactionWriter {

    private static final int FACTOR = 2;
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    private final EntryStore store;
    private final Tables tables;
    private final ItemWriter writer;
    private final TransactionTokens tokens;

    TransactionWriter(EntryStore store, Tables tables, Clock clock) {
        this.store = store;
        this.tables = tables;
        this.writer = new ItemWriter(store, tables);
        this.tokens = new TransactionTokens(store, clock);
    }

    /**
     * What the writes cost, by table, and the collections that they were in. A transaction that was carried out before
     * writes nothing; it only costs what reading the items takes.
     */
    record Written(
            Map<TableDefinition, WriteCost> costs,
            CollectionsReply collections,
            Map<TableDefinition, Double> readUnits) {}

    Written write(List<ItemWrite> writes, Optional<ClientToken> token) {
        requireSize(writes);
        List<TableDefinition> found =
                writes.stream().map(write -> tables.inService(write.table())).toList();
        for (int i = 0; i < writes.size(); i++) {
            requireContent(found.get(i), writes.get(i));
        }
        List<byte[]> keys = keys(writes, found);
        return store.write(batch -> {
            boolean isNew = token.map(known -> tokens.isNew(known, batch)).orElse(true);
            return isNew ? carryOut(writes, keys, batch) : readAgain(found, keys);
        });
    }

    void sweep() {
        tokens.sweep();
    }

    private static void requireSize(List<ItemWrite> writes) {
        writes.forEach(ItemWriter::requireSize);
        long bytes = writes.stream()
                .mapToLong(write -> write.action() instanceof ItemWrite.Action.Put put
                        ? put.item().size()
                        : 0)
                .sum();
        if (bytes > MAX_BYTES) {
            throw AwsError.validation("Transaction item size has exceeded the maximum allowed size of 4 MB");
        }
    }

    /** An empty key is a fault of the request, and no reason to cancel it. */
    private static void requireContent(TableDefinition table, ItemWrite write) {
        KeyRules.requireContent(table, write.item(), write.isPut());
        if (write.action() instanceof ItemWrite.Action.Change change) {
            KeyRules.requireUpdatedContent(table, change.update().constants());
        }
    }

    private List<byte[]> keys(List<ItemWrite> writes, List<TableDefinition> found) {
        CancellationReasons reasons = new CancellationReasons();
        List<byte[]> keys = new ArrayList<>();
        Set<Map.Entry<Integer, ByteBuffer>> seen = new HashSet<>();
        for (int i = 0; i < writes.size(); i++) {
            TableDefinition table = found.get(i);
            ItemWrite write = writes.get(i);
            byte[] key = reasons.note(() -> {
                ItemWriter.requireKeys(table, write);
                writer.requireAdmitted(table, write);
                return ItemKeys.ofTable(table.keys(), write.item());
            });
            if (key != null && !seen.add(Map.entry(table.space(), ByteBuffer.wrap(key)))) {
                throw AwsError.validation("Transaction request cannot include multiple operations on one item");
            }
            keys.add(key == null ? new byte[0] : key);
        }
        reasons.throwIfAny();
        return keys;
    }

    private Written readAgain(List<TableDefinition> found, List<byte[]> keys) {
        Map<TableDefinition, Double> units = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            byte[] item = store.get(found.get(i).space(), keys.get(i));
            int size = item == null ? 0 : ItemSize.of(ItemCodec.decode(item));
            units.merge(found.get(i), FACTOR * CapacityReply.readUnits(size, true), Double::sum);
        }
        return new Written(Map.of(), new CollectionsReply(), units);
    }

    private Written carryOut(List<ItemWrite> writes, List<byte[]> keys, EntryBatch batch) {
        CancellationReasons reasons = new CancellationReasons();
        Map<TableDefinition, WriteCost> costs = new LinkedHashMap<>();
        CollectionsReply collections = new CollectionsReply();
        for (int i = 0; i < writes.size(); i++) {
            ItemWrite write = writes.get(i);
            byte[] key = keys.get(i);
            TableDefinition table = tables.inService(write.table());
            WriteCost cost = costs.computeIfAbsent(table, first -> new WriteCost());
            reasons.note(() -> writer.carryOut(write, key, batch, true, FACTOR, cost));
            if (!(write.action() instanceof ItemWrite.Action.Check)) {
                collections.add(table, write.item());
            }
        }
        reasons.throwIfAny();
        return new Written(costs, collections, Map.of());
    }
}
