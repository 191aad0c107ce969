package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.store.EntryCursor;
import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.ChangeStream;
import io.tillstream.localcloud.dynamodb.tables.IndexDefinition;
import io.tillstream.localcloud.dynamodb.tables.KeySchema;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.TableSettings;
import io.tillstream.localcloud.dynamodb.tables.Throughput;
import io.tillstream.localcloud.dynamodb.value.ItemCodec;
import io.tillstream.localcloud.dynamodb.value.ItemSize;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table as requests are told of it. */
final class TableReply {

    private static final int SAMPLE = 50;

    private final EntryStore store;

    TableReply(EntryStore store) {
        this.store = store;
    }

    Map<String, Object> describe(TableDefinition table, Instant now) {
        TableSettings settings = table.settings();
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("TableName", table.name());
        reply.put("TableArn", table.arn());
        reply.put("TableId", table.id());
        reply.put("TableStatus", table.status(now));
        reply.put("CreationDateTime", table.created());
        reply.put("AttributeDefinitions", attributes(table.attributes()));
        reply.put("KeySchema", keys(table.keys()));
        putSize(reply, "TableSizeBytes", table.space());
        reply.put("ProvisionedThroughput", throughput(settings));
        if (settings.onDemandSince() != null) {
            reply.put(
                    "BillingModeSummary",
                    Map.of(
                            "BillingMode",
                            "PAY_PER_REQUEST",
                            "LastUpdateToPayPerRequestDateTime",
                            settings.onDemandSince()));
        }
        putSettings(reply, table, settings);
        putIndexes(reply, table, false, now);
        putIndexes(reply, table, true, now);
        return reply;
    }

    private static void putSettings(Map<String, Object> reply, TableDefinition table, TableSettings settings) {
        reply.put("DeletionProtectionEnabled", settings.deletionProtected());
        if (settings.tableClass() != null) {
            reply.put("TableClassSummary", Map.of("TableClass", settings.tableClass()));
        }
        if (settings.encrypted()) {
            reply.put(
                    "SSEDescription",
                    Map.of(
                            "Status", "ENABLED",
                            "SSEType", "KMS",
                            "KMSMasterKeyArn", "arn:aws:kms:eu-west-1:000000000000:key/" + table.id()));
        }
        putIfGiven(reply, "OnDemandThroughput", settings.onDemandThroughput());
        ChangeStream stream = settings.changeStream();
        if (stream != null) {
            reply.put("StreamSpecification", Map.of("StreamEnabled", true, "StreamViewType", stream.view()));
            reply.put("LatestStreamLabel", stream.label());
            reply.put("LatestStreamArn", String.valueOf(table.streamArn()));
        }
    }

    private void putIndexes(Map<String, Object> reply, TableDefinition table, boolean global, Instant now) {
        List<Map<String, Object>> indexes =
                table.indexes(global).map(index -> describe(table, index, now)).toList();
        if (!indexes.isEmpty()) {
            reply.put(global ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes", indexes);
        }
    }

    private Map<String, Object> describe(TableDefinition table, IndexDefinition index, Instant now) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("IndexName", index.name());
        reply.put("IndexArn", table.arn() + "/index/" + index.name());
        reply.put("KeySchema", keys(index.keys()));
        Map<String, Object> projection = new LinkedHashMap<>();
        projection.put("ProjectionType", index.projection());
        if (!index.nonKeyAttributes().isEmpty()) {
            projection.put("NonKeyAttributes", index.nonKeyAttributes());
        }
        reply.put("Projection", projection);
        putSize(reply, "IndexSizeBytes", index.space());
        if (index.global()) {
            boolean active = index.complete() && !now.isBefore(table.settled());
            reply.put("IndexStatus", active ? "ACTIVE" : "CREATING");
            if (!index.complete()) {
                reply.put("Backfilling", true);
            }
            reply.put("ProvisionedThroughput", units(index.throughput(), 0));
        }
        return reply;
    }

    private static List<Map<String, Object>> attributes(Map<String, String> types) {
        return types.entrySet().stream()
                .map(type -> Map.<String, Object>of("AttributeName", type.getKey(), "AttributeType", type.getValue()))
                .toList();
    }

    static List<Map<String, Object>> keys(KeySchema keys) {
        return Stream.concat(
                        keys.hash().stream().map(key -> element(key, "HASH")),
                        keys.range().stream().map(key -> element(key, "RANGE")))
                .toList();
    }

    private static Map<String, Object> element(KeyAttribute key, String type) {
        return Map.of("AttributeName", key.name(), "KeyType", type);
    }

    private static Map<String, Object> throughput(TableSettings settings) {
        Map<String, Object> reply = units(settings.throughput(), settings.throughputDecreased() == null ? 0 : 1);
        putIfGiven(reply, "LastIncreaseDateTime", settings.throughputIncreased());
        putIfGiven(reply, "LastDecreaseDateTime", settings.throughputDecreased());
        return reply;
    }

    private static Map<String, Object> units(Throughput throughput, int decreases) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("NumberOfDecreasesToday", decreases);
        reply.put("ReadCapacityUnits", throughput.readUnits());
        reply.put("WriteCapacityUnits", throughput.writeUnits());
        return reply;
    }

    /** The count is exact; the size is guessed from some items, as AWS tells it hours late. */
    private void putSize(Map<String, Object> reply, String member, int space) {
        long count = store.count(space);
        EntryCursor cursor = store.cursor(space, EntryRange.ALL, true);
        long bytes = 0;
        int sampled = 0;
        while (sampled < SAMPLE && cursor.next()) {
            bytes += ItemSize.of(ItemCodec.decode(cursor.value()));
            sampled++;
        }
        reply.put("ItemCount", count);
        reply.put(member, sampled == 0 ? 0 : bytes * count / sampled);
    }

    private static void putIfGiven(Map<String, Object> reply, String member, @Nullable Object value) {
        if (value != null) {
            reply.put(member, value);
        }
    }
}
