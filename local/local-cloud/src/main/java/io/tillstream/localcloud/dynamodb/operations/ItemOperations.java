package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.ExpressionKind;
import io.tillstream.localcloud.dynamodb.expression.RequestExpressions;
import io.tillstream.localcloud.dynamodb.expression.Update;
import io.tillstream.localcloud.dynamodb.operations.ItemWrite.Action;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.KeyRules;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.TableLimits;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemJson;
import io.tillstream.localcloud.dynamodb.value.ItemSize;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations on single items. */
public final class ItemOperations {

    private static final String ALL_OLD = "ALL_OLD";

    private final ItemWriter writer;
    private final Tables tables;
    private final ReadViews views;

    public ItemOperations(EntryStore store, Tables tables, EntryFaults faults) {
        this.writer = new ItemWriter(store, tables);
        this.tables = tables;
        this.views = new ReadViews(store, faults);
    }

    public Map<String, DynamoDbOperation> all() {
        return Map.of(
                "GetItem", this::get,
                "PutItem", this::put,
                "DeleteItem", this::delete,
                "UpdateItem", this::update);
    }

    private Object get(AwsRequest request) {
        MemberChecks checks = new MemberChecks(request);
        String name = checks.tableName();
        checks.required("Key");
        checks.returnConsumedCapacity();
        checks.done();
        RequestExpressions expressions =
                RequestExpressions.read(request.json(), ValueMessages.NEWER, ExpressionKind.PROJECTION);
        Item key = ItemJson.item(request.json().get("Key"), ValueMessages.NEWER);
        TableDefinition table = tables.inService(name);
        KeyRules.requireKey(table, key);
        TableLimits limits = tables.limits();
        if (!limits.admitsRead(table, key)) {
            throw DynamoDbErrors.throttled();
        }
        boolean consistent = request.flag("ConsistentRead");
        Item item = ItemReader.get(views.of("GetItem", name, consistent), table, key);
        CapacityReply capacity = CapacityReply.in(request);
        Map<String, Object> reply = new LinkedHashMap<>();
        if (item != null) {
            reply.put("Item", ItemReader.projected(item, expressions.projection()));
        }
        if (capacity.isWanted() || limits.inForce()) {
            double units = CapacityReply.readUnits(item == null ? 0 : ItemSize.of(item), consistent);
            limits.hasRead(table, key, units);
            capacity.putRead(reply, table, units);
        }
        return reply;
    }

    private Object put(AwsRequest request) {
        String name = checkWrite(request, "Item");
        requireOldOrNone(request);
        RequestExpressions expressions =
                RequestExpressions.read(request.json(), ValueMessages.OLDER_WORDS, ExpressionKind.CONDITION);
        Item item = ItemJson.item(request.json().get("Item"), ValueMessages.OLDER_WORDS);
        ItemWrite write = ItemWrite.put(name, item, expressions.condition(), tellsItem(request));
        return write(request, write);
    }

    private Object delete(AwsRequest request) {
        String name = checkWrite(request, "Key");
        requireOldOrNone(request);
        RequestExpressions expressions =
                RequestExpressions.read(request.json(), ValueMessages.OLDER_WORDS, ExpressionKind.CONDITION);
        return write(request, keyed(request, name, new Action.Delete(), expressions.condition()));
    }

    private Object update(AwsRequest request) {
        String name = checkUpdate(request);
        RequestExpressions expressions = RequestExpressions.read(
                request.json(), ValueMessages.OLDER_WORDS, ExpressionKind.UPDATE, ExpressionKind.CONDITION);
        Update update = expressions.update() == null ? Update.NOTHING : expressions.update();
        return write(request, keyed(request, name, new Action.Change(update), expressions.condition()));
    }

    private static ItemWrite keyed(AwsRequest request, String name, Action action, @Nullable Condition condition) {
        Item key = ItemJson.item(request.json().get("Key"), ValueMessages.OLDER_WORDS);
        return new ItemWrite(name, key, action, condition, tellsItem(request));
    }

    private static String checkWrite(AwsRequest request, String subject) {
        MemberChecks name = new MemberChecks(request);
        String table = name.tableName();
        name.done();
        MemberChecks checks = new MemberChecks(request);
        checks.returnConsumedCapacity();
        checks.returnItemCollectionMetrics();
        checks.returnValues();
        checkFailureValues(checks);
        checks.required(subject);
        checks.done();
        return table;
    }

    /** Without a key, all faults are told, that of the table's name too. */
    private static String checkUpdate(AwsRequest request) {
        if (!request.has("Key")) {
            MemberChecks all = new MemberChecks(request);
            all.returnConsumedCapacity();
            all.returnItemCollectionMetrics();
            all.tableName();
            all.returnValues();
            if (request.has("Expected")) {
                all.oneOf("ConditionalOperator", "OR", "AND");
            }
            all.required("Key");
            all.done();
        }
        return checkWrite(request, "Key");
    }

    static void checkFailureValues(MemberChecks checks) {
        checks.oneOf("ReturnValuesOnConditionCheckFailure", ALL_OLD, "NONE");
    }

    private static void requireOldOrNone(AwsRequest request) {
        String wanted = request.text("ReturnValues").orElse("NONE");
        if (!wanted.equals("NONE") && !wanted.equals(ALL_OLD)) {
            throw AwsError.validation("ReturnValues can only be ALL_OLD or NONE");
        }
    }

    static boolean tellsItem(AwsRequest request) {
        return request.text("ReturnValuesOnConditionCheckFailure")
                .map(ALL_OLD::equals)
                .orElse(false);
    }

    private Object write(AwsRequest request, ItemWrite write) {
        CapacityReply capacity = CapacityReply.in(request);
        String values = request.text("ReturnValues").orElse("NONE");
        WriteOutcome outcome = writer.write(write, capacity.isWanted() || !values.equals("NONE"));
        Map<String, Object> reply = new LinkedHashMap<>();
        Item returned = returned(values, write, outcome);
        if (returned != null && !returned.isEmpty()) {
            reply.put("Attributes", returned);
        }
        capacity.putWrite(reply, outcome.table(), outcome.cost());
        if (CollectionsReply.isWanted(request) && outcome.table().hasLocalIndex()) {
            reply.put("ItemCollectionMetrics", CollectionsReply.of(outcome.table(), write.item()));
        }
        return reply;
    }

    private static @Nullable Item returned(String values, ItemWrite write, WriteOutcome outcome) {
        Update update = write.action() instanceof Action.Change change ? change.update() : Update.NOTHING;
        return switch (values) {
            case ALL_OLD -> outcome.before();
            case "ALL_NEW" -> outcome.after();
            case "UPDATED_OLD" -> outcome.before() == null ? null : update.changedPart(outcome.before());
            case "UPDATED_NEW" -> outcome.after() == null ? null : update.changedPart(outcome.after());
            default -> null;
        };
    }
}
