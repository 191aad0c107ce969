package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.ExpressionKind;
import io.tillstream.localcloud.dynamodb.expression.Projection;
import io.tillstream.localcloud.dynamodb.expression.RequestExpressions;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.store.EntryView;
import io.tillstream.localcloud.dynamodb.tables.KeyRules;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemJson;
import io.tillstream.localcloud.dynamodb.value.ItemSize;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** BatchGetItem: items of several tables by their keys. */
public final class BatchGetOperation implements DynamoDbOperation {

    private static final int MAX_KEYS = 100;
    private static final long MAX_BYTES = 16L * 1024 * 1024;
    private static final String TARGET = DynamoDbOperation.target("BatchGetItem");

    private final Tables tables;
    private final ReadViews views;
    private final EntryFaults faults;

    public BatchGetOperation(EntryStore store, Tables tables, EntryFaults faults) {
        this.tables = tables;
        this.views = new ReadViews(store, faults);
        this.faults = faults;
    }

    /** The keys wanted of one table. */
    private record Wanted(
            TableDefinition table,
            List<Item> keys,
            JsonNode sent,
            @Nullable Projection projection,
            boolean consistent) {}

    @Override
    public Object answer(AwsRequest request) {
        JsonNode items = check(request);
        List<RequestExpressions> expressions = items.values().stream()
                .map(sent -> RequestExpressions.read(sent, ValueMessages.NEWER, ExpressionKind.PROJECTION))
                .toList();
        requireOneForm(items);
        List<Wanted> wanted = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : items.properties()) {
            Projection projection = expressions.get(wanted.size()).projection();
            wanted.add(wanted(entry.getKey(), entry.getValue(), projection));
        }
        return read(request, wanted);
    }

    private static JsonNode check(AwsRequest request) {
        JsonNode items = RequestItemsRules.requestItems(request, "BatchGetItem");
        MemberChecks checks = new MemberChecks(request);
        if (RequestItemsRules.hasWrongName(items)) {
            RequestItemsRules.addWrongName(items, checks);
        }
        int keys = 0;
        for (Map.Entry<String, JsonNode> table : items.properties()) {
            JsonNode sent = table.getValue().path("Keys");
            keys += sent.size();
            checks.lengthOnly("RequestItems.%s.member.Keys".formatted(table.getKey()), sent.size(), 1, MAX_KEYS);
        }
        checks.returnConsumedCapacity();
        checks.done();
        if (keys > MAX_KEYS) {
            throw AwsError.validation("Too many items requested for the BatchGetItem call");
        }
        return items;
    }

    private static void requireOneForm(JsonNode items) {
        boolean older = items.values().stream().anyMatch(table -> table.hasNonNull("AttributesToGet"));
        boolean newer = items.values().stream().anyMatch(table -> table.hasNonNull("ProjectionExpression"));
        if (older && newer) {
            throw AwsError.validation("Can not use both expression and non-expression parameters in the same request:"
                    + " Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}");
        }
    }

    private Wanted wanted(String name, JsonNode sent, @Nullable Projection projection) {
        List<Item> keys = sent.get("Keys").values().stream()
                .map(key -> ItemJson.item(key, ValueMessages.NEWER))
                .toList();
        TableDefinition table = tables.inService(MemberChecks.withoutArn(name));
        keys.forEach(key -> KeyRules.requireKey(table, key));
        Set<Item> different = new HashSet<>(keys);
        if (different.size() < keys.size()) {
            throw AwsError.validation("Provided list of item keys contains duplicates");
        }
        return new Wanted(
                table, keys, sent, projection, sent.path("ConsistentRead").booleanValue(false));
    }

    private Object read(AwsRequest request, List<Wanted> wanted) {
        BatchGetReply reply = new BatchGetReply(CapacityReply.in(request));
        for (Wanted table : wanted) {
            EntryView view = views.of("BatchGetItem", table.table().name(), table.consistent());
            double units = 0;
            for (int i = 0; i < table.keys().size(); i++) {
                if (reply.bytes() >= MAX_BYTES || isHeldBack(table, table.keys().get(i))) {
                    reply.holdBack(table.table(), table.sent(), i);
                } else {
                    Item item = ItemReader.get(view, table.table(), table.keys().get(i));
                    int size = item == null ? 0 : ItemSize.of(item);
                    double taken = CapacityReply.readUnits(size, table.consistent());
                    units += taken;
                    tables.limits().hasRead(table.table(), table.keys().get(i), taken);
                    reply.add(
                            table.table(), item == null ? null : ItemReader.projected(item, table.projection()), size);
                }
            }
            reply.read(table.table(), units);
        }
        return reply.toMap();
    }

    private boolean isHeldBack(Wanted table, Item key) {
        return faults.failureOf(TARGET, table.table().name()).isPresent()
                || !tables.limits().admitsRead(table.table(), key);
    }
}
