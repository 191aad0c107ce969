package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Collects the items found, and the keys that are held back. */
final class BatchGetReply {

    private final CapacityReply capacity;
    private final Map<String, List<Item>> responses = new LinkedHashMap<>();
    private final Map<String, ObjectNode> unprocessed = new LinkedHashMap<>();
    private final Map<TableDefinition, Double> consumed = new LinkedHashMap<>();
    private long bytes;
    private int looked;

    BatchGetReply(CapacityReply capacity) {
        this.capacity = capacity;
    }

    long bytes() {
        return bytes;
    }

    /** Notes that a key was looked up. */
    void add(TableDefinition table, @Nullable Item found, int size) {
        looked++;
        bytes += size;
        List<Item> items = responses.computeIfAbsent(table.name(), name -> new ArrayList<>());
        if (found != null) {
            items.add(found);
        }
    }

    /** Tells a key back in what was sent of its table. */
    void holdBack(TableDefinition table, JsonNode sent, int key) {
        ObjectNode kept = unprocessed.computeIfAbsent(table.name(), name -> {
            ObjectNode copy = (ObjectNode) sent.deepCopy();
            copy.putArray("Keys");
            return copy;
        });
        ((ArrayNode) kept.get("Keys")).add(sent.get("Keys").get(key));
    }

    void read(TableDefinition table, double units) {
        consumed.put(table, units);
    }

    Map<String, Object> toMap() {
        if (looked == 0) {
            // As AWS does it: with all of them held back, the call as a whole is throttled.
            throw DynamoDbErrors.throttled();
        }
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("Responses", responses);
        reply.put("UnprocessedKeys", unprocessed);
        capacity.putReads(reply, consumed, null);
        return reply;
    }
}
