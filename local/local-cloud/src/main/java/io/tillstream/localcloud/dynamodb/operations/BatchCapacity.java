package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.WriteCost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The capacity that the statements of a batch use, table by table. */
final class BatchCapacity {

    private final CapacityReply wanted;
    private final Map<String, TableDefinition> tables = new LinkedHashMap<>();
    private final Map<String, Double> units = new LinkedHashMap<>();

    BatchCapacity(CapacityReply wanted) {
        this.wanted = wanted;
    }

    void addRead(TableDefinition table, double readUnits) {
        tables.put(table.name(), table);
        units.merge(table.name(), readUnits, Double::sum);
    }

    void addWrite(TableDefinition table, WriteCost cost) {
        addRead(table, cost.total());
    }

    void addTo(Map<String, Object> reply) {
        if (wanted.isWanted()) {
            List<Map<String, Object>> entries = new ArrayList<>();
            tables.forEach((name, table) -> entries.add(wanted.ofRead(table, units.getOrDefault(name, 0.0), null)));
            reply.put("ConsumedCapacity", entries);
        }
    }
}
