package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.partiql.Statement;
import io.tillstream.localcloud.dynamodb.partiql.WhereKeys;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemJson;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The operations that carry out statements in PartiQL, one or several that have nothing to do with each other. */
public final class StatementOperations {

    private static final int MAX_STATEMENTS = 25;
    private static final int MAX_STATEMENT = 8192;

    private final EntryStore store;
    private final Tables tables;
    private final ItemWriter writer;

    public StatementOperations(EntryStore store, Tables tables) {
        this.store = store;
        this.tables = tables;
        this.writer = new ItemWriter(store, tables);
    }

    public Map<String, DynamoDbOperation> all() {
        return Map.of("ExecuteStatement", this::execute, "BatchExecuteStatement", this::executeBatch);
    }

    /** Reads the statement of a request or of one of its members. */
    static Statement statement(AwsRequest request) {
        String text = request.requiredText("Statement");
        if (text.isEmpty() || text.length() > MAX_STATEMENT) {
            MemberChecks checks = new MemberChecks(request);
            checks.add(
                    text,
                    "statement",
                    "Member must have length "
                            + (text.isEmpty() ? "greater than or equal to 1" : "less than or equal to 8192"));
            checks.done();
        }
        List<Value> parameters = new ArrayList<>();
        if (request.has("Parameters")) {
            for (JsonNode parameter : request.json().get("Parameters").values()) {
                parameters.add(ItemJson.value(parameter, ValueMessages.OLDER));
            }
        }
        return Statement.parse(text, parameters);
    }

    private Object execute(AwsRequest request) {
        MemberChecks checks = new MemberChecks(request);
        checks.required("Statement");
        checks.returnConsumedCapacity();
        checks.atLeast("Limit", 1);
        checks.done();
        Statement statement = statement(request);
        TableDefinition table = tables.inService(statement.table());
        CapacityReply capacity = CapacityReply.in(request);
        Map<String, Object> reply = new LinkedHashMap<>();
        switch (statement) {
            case Statement.Select select -> read(select, table, request, capacity, reply);
            case Statement.Exists exists ->
                throw AwsError.validation("EXISTS() is only supported in ExecuteTransaction");
            default -> {
                WriteOutcome outcome = write(statement, table);
                reply.put("Items", StatementWrites.returned(statement, outcome));
                if (capacity.isWanted()) {
                    reply.put("ConsumedCapacity", capacity.ofWrite(outcome.table(), outcome.cost()));
                }
            }
        }
        return reply;
    }

    private void read(
            Statement.Select select,
            TableDefinition table,
            AwsRequest request,
            CapacityReply capacity,
            Map<String, Object> reply) {
        boolean consistent = request.flag("ConsistentRead");
        SelectPlan plan = SelectPlan.of(select, table, consistent);
        String text = request.requiredText("Statement");
        SelectPosition start = request.text("NextToken")
                .map(token -> SelectPosition.ofToken(token, text))
                .orElse(SelectPosition.START);
        int limit = request.number("Limit").orElse(Integer.MAX_VALUE);
        SelectReader.Page page = new SelectReader(store, plan, limit).page(start);
        reply.put("Items", page.items());
        if (page.next() != null) {
            reply.put("NextToken", page.next().token(text));
        }
        if (capacity.isWanted()) {
            double units = CapacityReply.readUnits(page.bytes(), consistent);
            double fetched = page.fetchedUnits() * (consistent ? 2 : 1);
            reply.put(
                    "ConsumedCapacity",
                    plan.index() == null
                            ? capacity.ofRead(table, units, null)
                            : capacity.ofRead(table, fetched, plan.index(), units, null));
        }
    }

    private WriteOutcome write(Statement statement, TableDefinition table) {
        return writer.write(StatementWrites.of(statement, table), true);
    }

    /** Each statement has an answer of its own; one that fails is none of the others' business. */
    private Object executeBatch(AwsRequest request) {
        List<AwsRequest> members = request.structures("Statements");
        MemberChecks checks = new MemberChecks(request);
        checks.returnConsumedCapacity();
        if (members.isEmpty() || members.size() > MAX_STATEMENTS) {
            checks.add("Value at 'Statements' failed to satisfy constraint: Member must have length "
                    + (members.isEmpty() ? "greater than or equal to 1" : "less than or equal to " + MAX_STATEMENTS));
        }
        checks.done();
        BatchCapacity capacity = new BatchCapacity(CapacityReply.in(request));
        List<Map<String, Object>> responses = new ArrayList<>();
        for (AwsRequest member : members) {
            responses.add(answer(member, capacity));
        }
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("Responses", responses);
        capacity.addTo(reply);
        return reply;
    }

    private Map<String, Object> answer(AwsRequest member, BatchCapacity capacity) {
        Map<String, Object> response = new LinkedHashMap<>();
        try {
            Statement statement = statement(member);
            TableDefinition table = tables.inService(statement.table());
            List<Item> items = switch (statement) {
                case Statement.Select select -> read(select, table, member.flag("ConsistentRead"), capacity);
                default -> write(statement, table, ItemOperations.tellsItem(member), capacity, response);
            };
            response.put("TableName", table.name());
            if (!items.isEmpty()) {
                response.put("Item", items.getFirst());
            }
        } catch (AwsError error) {
            Map<String, Object> told = new LinkedHashMap<>(error.members());
            told.put("Code", shortCode(error));
            told.put("Message", error.message());
            response.put("Error", told);
        }
        return response;
    }

    private List<Item> read(
            Statement.Select select, TableDefinition table, boolean consistent, BatchCapacity capacity) {
        SelectPlan plan = SelectPlan.of(select, table, consistent);
        requireWholeKey(select, table, "BatchExecuteStatement");
        SelectReader.Page page = new SelectReader(store, plan, 1).page(SelectPosition.START);
        capacity.addRead(table, CapacityReply.readUnits(page.bytes(), consistent));
        return page.items();
    }

    /** The table is told of a write that has reached it, even if the write fails there. */
    private List<Item> write(
            Statement statement,
            TableDefinition table,
            boolean tellsItem,
            BatchCapacity capacity,
            Map<String, Object> response) {
        ItemWrite write = StatementWrites.of(statement, table).telling(tellsItem);
        response.put("TableName", table.name());
        WriteOutcome outcome = writer.write(write, true);
        capacity.addWrite(table, outcome.cost());
        return StatementWrites.returned(statement, outcome);
    }

    /** Where several statements go together, a SELECT must name one item by its key and nothing else. */
    static void requireWholeKey(Statement.Select select, TableDefinition table, String operation) {
        if (select.index() != null
                || !WhereKeys.of(select.where()).areExactly(table.keys().names())) {
            throw AwsError.validation("Select statements within %s must specify the primary key in the where clause."
                    .formatted(operation));
        }
    }

    /** The code as answers within an answer have it. */
    static String shortCode(AwsError error) {
        return error.code().equals("ValidationException")
                ? "ValidationError"
                : error.code().replaceFirst("Exception$", "");
    }
}
