package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.KeyRules;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemSize;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads several items as they are at one moment. */
final class TransactionReader {

    private static final int FACTOR = 2;

    private final EntryStore store;
    private final Tables tables;

    TransactionReader(EntryStore store, Tables tables) {
        this.store = store;
        this.tables = tables;
    }

    /** The key of an item, and what is told of the item. */
    record Read(String table, Item key, UnaryOperator<Item> told) {}

    Map<String, Object> read(List<Read> reads, CapacityReply capacity) {
        List<TableDefinition> found =
                reads.stream().map(read -> tables.inService(read.table())).toList();
        CancellationReasons reasons = new CancellationReasons();
        Set<Map.Entry<String, Item>> seen = new HashSet<>();
        for (int i = 0; i < reads.size(); i++) {
            TableDefinition table = found.get(i);
            Item key = reads.get(i).key();
            reasons.note(() -> {
                KeyRules.requireKey(table, key);
                if (!tables.limits().admitsRead(table, key)) {
                    throw DynamoDbErrors.throttled();
                }
                return key;
            });
            if (!seen.add(Map.entry(table.name(), key))) {
                throw AwsError.validation("Transaction request cannot include multiple operations on one item");
            }
        }
        reasons.throwIfAny();
        return reply(reads, found, capacity, store.readAtOnce(() -> read(reads, found)));
    }

    private List<Item> read(List<Read> reads, List<TableDefinition> found) {
        List<Item> read = new ArrayList<>();
        for (int i = 0; i < reads.size(); i++) {
            Item item = ItemReader.get(store, found.get(i), reads.get(i).key());
            read.add(item == null ? Item.EMPTY : item);
        }
        return read;
    }

    private Map<String, Object> reply(
            List<Read> reads, List<TableDefinition> found, CapacityReply capacity, List<Item> read) {
        List<Map<String, Object>> responses = new ArrayList<>();
        Map<TableDefinition, Double> units = new LinkedHashMap<>();
        for (int i = 0; i < reads.size(); i++) {
            Item item = read.get(i);
            Item told = reads.get(i).told().apply(item);
            responses.add(told.isEmpty() ? Map.of() : Map.of("Item", told));
            double taken = FACTOR * CapacityReply.readUnits(ItemSize.of(item), true);
            tables.limits().hasRead(found.get(i), reads.get(i).key(), taken);
            units.merge(found.get(i), taken, Double::sum);
        }
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("Responses", responses);
        capacity.putReads(reply, units, "ReadCapacityUnits");
        return reply;
    }
}
