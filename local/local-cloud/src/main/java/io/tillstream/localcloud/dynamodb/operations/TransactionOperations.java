package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.ExpressionKind;
import io.tillstream.localcloud.dynamodb.expression.Projection;
import io.tillstream.localcloud.dynamodb.expression.RequestExpressions;
import io.tillstream.localcloud.dynamodb.expression.Update;
import io.tillstream.localcloud.dynamodb.operations.ItemWrite.Action;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemJson;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations on several items of which all succeed or none. */
public final class TransactionOperations {

    private static final List<String> WRITES = List.of("ConditionCheck", "Put", "Delete", "Update");

    private final TransactionWriter writer;
    private final TransactionReader reader;

    public TransactionOperations(EntryStore store, Tables tables, Clock clock) {
        this.writer = new TransactionWriter(store, tables, clock);
        this.reader = new TransactionReader(store, tables);
    }

    public Map<String, DynamoDbOperation> all() {
        return Map.of("TransactWriteItems", this::write, "TransactGetItems", this::get);
    }

    /** Forgets client tokens that are too old to count. */
    public void sweep() {
        writer.sweep();
    }

    private Object write(AwsRequest request) {
        List<ItemWrite> writes = TransactionRules.actions(request, WRITES).stream()
                .map(TransactionOperations::writeIn)
                .toList();
        TransactionWriter.Written written = writer.write(writes, ClientToken.of(request, "TransactItems"));
        return reply(request, written);
    }

    static Map<String, Object> reply(AwsRequest request, TransactionWriter.Written written) {
        Map<String, Object> reply = new LinkedHashMap<>();
        CapacityReply capacity = CapacityReply.in(request);
        if (written.readUnits().isEmpty()) {
            capacity.putWrites(reply, written.costs(), "WriteCapacityUnits");
        } else {
            capacity.putReads(reply, written.readUnits(), "ReadCapacityUnits");
        }
        written.collections().addTo(reply, request);
        return reply;
    }

    private static ItemWrite writeIn(AwsRequest item) {
        List<String> kinds = WRITES.stream().filter(item::has).toList();
        if (kinds.size() != 1) {
            throw AwsError.validation("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        String kind = kinds.getFirst();
        AwsRequest action = item.structure(kind).orElseThrow();
        RequestExpressions expressions = expressions(action, kind);
        String table = MemberChecks.withoutArn(action.requiredText("TableName"));
        boolean tellsItem = ItemOperations.tellsItem(action);
        if (kind.equals("Put")) {
            Item put = ItemJson.item(action.json().get("Item"), ValueMessages.OLDER);
            ItemWrite write = ItemWrite.put(table, put, expressions.condition(), tellsItem);
            ItemWriter.requireSize(write);
            return write;
        }
        Item key = ItemJson.item(action.json().get("Key"), ValueMessages.OLDER);
        return new ItemWrite(table, key, actionOf(kind, expressions.update()), expressions.condition(), tellsItem);
    }

    private static RequestExpressions expressions(AwsRequest action, String kind) {
        return kind.equals("Update")
                ? RequestExpressions.read(
                        action.json(), ValueMessages.OLDER, ExpressionKind.UPDATE, ExpressionKind.CONDITION)
                : RequestExpressions.read(action.json(), ValueMessages.OLDER, ExpressionKind.CONDITION);
    }

    private static Action actionOf(String kind, @Nullable Update update) {
        return switch (kind) {
            case "Delete" -> new Action.Delete();
            case "Update" -> new Action.Change(update == null ? Update.NOTHING : update);
            default -> new Action.Check();
        };
    }

    private Object get(AwsRequest request) {
        List<TransactionReader.Read> reads = TransactionRules.actions(request, List.of("Get")).stream()
                .map(TransactionOperations::readIn)
                .toList();
        return reader.read(reads, CapacityReply.in(request));
    }

    private static TransactionReader.Read readIn(AwsRequest item) {
        AwsRequest get = item.structure("Get").orElseThrow(() -> AwsError.missing("Get"));
        @Nullable
        Projection projection = RequestExpressions.read(get.json(), ValueMessages.OLDER, ExpressionKind.PROJECTION)
                .projection();
        Item key = ItemJson.item(get.json().get("Key"), ValueMessages.OLDER);
        String table = MemberChecks.withoutArn(get.requiredText("TableName"));
        return new TransactionReader.Read(table, key, found -> ItemReader.projected(found, projection));
    }
}
