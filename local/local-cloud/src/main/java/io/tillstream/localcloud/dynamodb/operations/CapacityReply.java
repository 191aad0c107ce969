package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.IndexDefinition;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.WriteCost;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** {@code ConsumedCapacity} as requests want it told: not at all, as a total, or by index as well. */
enum CapacityReply {
    NONE,
    TOTAL,
    INDEXES;

    private static final String MEMBER = "ConsumedCapacity";
    private static final int READ_UNIT_BYTES = 4096;

    static CapacityReply in(AwsRequest request) {
        return request.text("ReturnConsumedCapacity")
                .map(CapacityReply::valueOf)
                .orElse(NONE);
    }

    boolean isWanted() {
        return this != NONE;
    }

    /** The units of reading so many bytes. */
    static double readUnits(long bytes, boolean consistent) {
        return Math.max(1, Math.ceilDiv(bytes, READ_UNIT_BYTES)) * (consistent ? 1 : 0.5);
    }

    /** Tells the units of one table's writes. */
    void putWrite(Map<String, Object> reply, TableDefinition table, WriteCost cost) {
        if (isWanted()) {
            reply.put(MEMBER, ofWrite(table, cost, null));
        }
    }

    /**
     * Tells the units of writes, table by table.
     *
     * @param member the member in which transactions tell the units once more; null for others
     */
    void putWrites(Map<String, Object> reply, Map<TableDefinition, WriteCost> costs, @Nullable String member) {
        putAll(reply, costs, (table, cost) -> ofWrite(table, cost, member));
    }

    /** Tells the units of reading a table. */
    void putRead(Map<String, Object> reply, TableDefinition table, double units) {
        putRead(reply, table, units, null, 0);
    }

    /** Tells the units of reading an index, if there is one, and the table for what is not in the index. */
    void putRead(
            Map<String, Object> reply,
            TableDefinition table,
            double tableUnits,
            @Nullable IndexDefinition index,
            double indexUnits) {
        if (isWanted()) {
            reply.put(MEMBER, ofRead(table, tableUnits, index, indexUnits, null));
        }
    }

    /** As {@link #putWrites}, of reads. */
    void putReads(Map<String, Object> reply, Map<TableDefinition, Double> units, @Nullable String member) {
        putAll(reply, units, (table, used) -> ofRead(table, used, null, 0, member));
    }

    private <T> void putAll(
            Map<String, Object> reply, Map<TableDefinition, T> used, BiFunction<TableDefinition, T, Object> told) {
        if (isWanted()) {
            List<Object> all = new ArrayList<>();
            used.forEach((table, units) -> all.add(told.apply(table, units)));
            reply.put(MEMBER, all);
        }
    }

    private Map<String, Object> ofWrite(TableDefinition table, WriteCost cost, @Nullable String member) {
        SequencedMap<String, Object> reply = units(cost.total(), member);
        reply.putFirst("TableName", table.name());
        if (this == INDEXES) {
            reply.put("Table", units(cost.ofTable(), member));
            putIndexes(reply, cost, true, member);
            putIndexes(reply, cost, false, member);
        }
        return reply;
    }

    private static void putIndexes(Map<String, Object> reply, WriteCost cost, boolean global, @Nullable String member) {
        Map<String, Object> indexes = new LinkedHashMap<>();
        cost.ofIndexes().forEach((index, units) -> {
            if (index.global() == global) {
                indexes.put(index.name(), units(units, member));
            }
        });
        if (!indexes.isEmpty()) {
            reply.put(global ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes", indexes);
        }
    }

    private Map<String, Object> ofRead(
            TableDefinition table,
            double tableUnits,
            @Nullable IndexDefinition index,
            double indexUnits,
            @Nullable String member) {
        SequencedMap<String, Object> reply = units(tableUnits + indexUnits, member);
        reply.putFirst("TableName", table.name());
        if (this == INDEXES) {
            reply.put("Table", units(tableUnits, member));
            if (index != null) {
                reply.put(
                        index.global() ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes",
                        Map.of(index.name(), units(indexUnits, member)));
            }
        }
        return reply;
    }

    private static SequencedMap<String, Object> units(double units, @Nullable String member) {
        SequencedMap<String, Object> reply = new LinkedHashMap<>();
        reply.put("CapacityUnits", units);
        if (member != null) {
            reply.put(member, units);
        }
        return reply;
    }
}
