package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.operations.ItemWrite.Action;
import io.tillstream.localcloud.dynamodb.store.EntryBatch;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.ItemKeys;
import io.tillstream.localcloud.dynamodb.tables.KeyRules;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.tables.WriteCost;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemJson;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** BatchWriteItem: puts and deletes of different items, each by itself. */
public final class BatchWriteOperation implements DynamoDbOperation {

    private static final int MAX_WRITES = 25;
    private static final String TARGET = DynamoDbOperation.target("BatchWriteItem");

    private final EntryStore store;
    private final Tables tables;
    private final ItemWriter writer;
    private final EntryFaults faults;

    public BatchWriteOperation(EntryStore store, Tables tables, EntryFaults faults) {
        this.store = store;
        this.tables = tables;
        this.writer = new ItemWriter(store, tables);
        this.faults = faults;
    }

    /** A write, with the JSON to tell if it is held back. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Entry(TableDefinition table, ItemWrite write, byte[] key, JsonNode sent) {}

    @Override
    public Object answer(AwsRequest request) {
        JsonNode items = check(request);
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : items.properties()) {
            String name = MemberChecks.withoutArn(table.getKey());
            List<ItemWrite> writes = new ArrayList<>();
            for (JsonNode sent : table.getValue().values()) {
                writes.add(write(name, sent));
            }
            addAll(entries, tables.inService(name), writes, table.getValue());
        }
        requireDifferent(entries);
        return store(request, entries);
    }

    private static JsonNode check(AwsRequest request) {
        JsonNode items = RequestItemsRules.requestItems(request, "BatchWriteItem");
        MemberChecks checks = new MemberChecks(request);
        checks.returnConsumedCapacity();
        checks.returnItemCollectionMetrics();
        checks.done();
        if (RequestItemsRules.hasWrongName(items)) {
            RequestItemsRules.addWrongName(WriteRequestText.of(items), checks);
        }
        int writes = 0;
        for (JsonNode table : items.values()) {
            writes += table.size();
        }
        checkCounts(items, checks);
        checks.done();
        if (writes > MAX_WRITES) {
            throw AwsError.validation("Too many items requested for the BatchWriteItem call");
        }
        return items;
    }

    private static void checkCounts(JsonNode items, MemberChecks checks) {
        if (items.values().stream().anyMatch(table -> table.isEmpty() || table.size() > MAX_WRITES)) {
            checks.add(
                    WriteRequestText.of(items),
                    "requestItems",
                    "Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must"
                            + " have length greater than or equal to 1]");
        }
    }

    private static ItemWrite write(String table, JsonNode sent) {
        boolean puts = sent.hasNonNull("PutRequest");
        if (puts == sent.hasNonNull("DeleteRequest")) {
            throw AwsError.validation(
                    puts
                            ? "Supplied WriteRequest has more than one request set, must contain exactly one of the"
                                    + " supported requests"
                            : "Supplied WriteRequest is empty, must contain exactly one of the supported requests");
        }
        if (puts) {
            ItemWrite write = ItemWrite.put(table, item(sent.get("PutRequest"), "Item"), null, false);
            ItemWriter.requireSize(write);
            return write;
        }
        return new ItemWrite(table, item(sent.get("DeleteRequest"), "Key"), new Action.Delete(), null, false);
    }

    private static Item item(JsonNode owner, String member) {
        JsonNode item = owner.get(member);
        if (item == null || item.isNull()) {
            throw AwsError.missing(member);
        }
        return ItemJson.item(item, ValueMessages.OLDER);
    }

    private static void addAll(List<Entry> entries, TableDefinition table, List<ItemWrite> writes, JsonNode sent) {
        for (int i = 0; i < writes.size(); i++) {
            ItemWrite write = writes.get(i);
            if (write.isPut()) {
                KeyRules.requireItemOfBatch(table, write.item());
            } else {
                KeyRules.requireKey(table, write.item());
            }
            entries.add(new Entry(table, write, ItemKeys.ofTable(table.keys(), write.item()), sent.get(i)));
        }
    }

    private static void requireDifferent(List<Entry> entries) {
        Set<Map.Entry<Integer, ByteBuffer>> seen = new HashSet<>();
        for (Entry entry : entries) {
            if (!seen.add(Map.entry(entry.table().space(), ByteBuffer.wrap(entry.key())))) {
                throw AwsError.validation("Provided list of item keys contains duplicates");
            }
        }
    }

    private Object store(AwsRequest request, List<Entry> entries) {
        List<Entry> heldBack = entries.stream()
                .filter(entry -> faults.failureOf(TARGET, entry.table().name()).isPresent()
                        || !tables.limits()
                                .admitsWrite(entry.table(), entry.write().item()))
                .toList();
        if (heldBack.size() == entries.size()) {
            // As AWS does it: with all of them held back, the call as a whole is throttled.
            throw DynamoDbErrors.throttled();
        }
        List<Entry> stored =
                entries.stream().filter(entry -> !heldBack.contains(entry)).toList();
        CapacityReply capacity = CapacityReply.in(request);
        Map<TableDefinition, WriteCost> costs = new LinkedHashMap<>();
        store.write(batch -> {
            stored.forEach(entry -> carryOut(entry, batch, capacity, costs));
            return stored;
        });
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("UnprocessedItems", unprocessed(heldBack));
        CollectionsReply collections = new CollectionsReply();
        stored.forEach(entry -> collections.add(entry.table(), entry.write().item()));
        collections.addTo(reply, request);
        capacity.putWrites(reply, costs, null);
        return reply;
    }

    private void carryOut(
            Entry entry, EntryBatch batch, CapacityReply capacity, Map<TableDefinition, WriteCost> costs) {
        WriteCost cost = costs.computeIfAbsent(entry.table(), table -> new WriteCost());
        writer.carryOut(entry.write(), entry.key(), batch, capacity.isWanted(), 1, cost);
    }

    private static Map<String, List<JsonNode>> unprocessed(List<Entry> entries) {
        Map<String, List<JsonNode>> byTable = new LinkedHashMap<>();
        entries.forEach(entry -> byTable.computeIfAbsent(entry.table().name(), name -> new ArrayList<>())
                .add(entry.sent()));
        return byTable;
    }
}
