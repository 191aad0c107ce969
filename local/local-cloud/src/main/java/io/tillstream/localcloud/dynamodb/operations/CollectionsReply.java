package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ItemCollectionMetrics}: the collections that were written to, of tables with a local index. */
final class CollectionsReply {

    private final Map<String, List<Object>> byTable = new LinkedHashMap<>();

    static boolean isWanted(AwsRequest request) {
        return request.text("ReturnItemCollectionMetrics").map("SIZE"::equals).orElse(false);
    }

    /** The items with the same partition key. How large they are together is not counted: below a gigabyte. */
    static Map<String, Object> of(TableDefinition table, Item item) {
        List<String> hash = table.keys().hash().stream().map(KeyAttribute::name).toList();
        return Map.of("ItemCollectionKey", item.only(hash), "SizeEstimateRangeGB", List.of(0.0, 1.0));
    }

    /** Notes a write of an item, or of what has at least its key. */
    void add(TableDefinition table, Item item) {
        if (table.hasLocalIndex()) {
            byTable.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(of(table, item));
        }
    }

    void addTo(Map<String, Object> reply, AwsRequest request) {
        if (isWanted(request)) {
            reply.put("ItemCollectionMetrics", byTable);
        }
    }
}
