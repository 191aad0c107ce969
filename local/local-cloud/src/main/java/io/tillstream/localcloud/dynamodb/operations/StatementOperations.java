package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.partiql.Statement;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.tables.WriteCost;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemJson;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The operations that carry out statements in PartiQL, one or several that have nothing to do with each other. */
public final class StatementOperations {

    private static final int MAX_STATEMENTS = 25;
    private static final int MAX_STATEMENT = 8192;
    private static final String BATCH_TARGET = DynamoDbOperation.target("BatchExecuteStatement");

    private final Tables tables;
    private final EntryFaults faults;
    private final StatementReads reads;
    private final ItemWriter writer;

    public StatementOperations(EntryStore store, Tables tables, EntryFaults faults) {
        this.tables = tables;
        this.faults = faults;
        this.reads = new StatementReads(store, tables, faults);
        this.writer = new ItemWriter(store, tables);
    }

    public Map<String, DynamoDbOperation> all() {
        return Map.of("ExecuteStatement", this::execute, "BatchExecuteStatement", this::executeBatch);
    }

    /** Reads the statement of a request or of one of its members. */
    static Statement statement(AwsRequest request) {
        String text = request.requiredText("Statement");
        MemberChecks checks = new MemberChecks(request);
        checks.length(text, "statement", text.length(), 1, MAX_STATEMENT);
        checks.done();
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
        ItemOperations.checkFailureValues(checks);
        checks.atLeast("Limit", 1);
        if (request.has("Parameters")) {
            checks.length("[]", "parameters", request.json().get("Parameters").size(), 1, Integer.MAX_VALUE);
        }
        checks.done();
        Statement statement = statement(request);
        TableDefinition table = tables.inService(statement.table());
        CapacityReply capacity = CapacityReply.in(request);
        Map<String, Object> reply = new LinkedHashMap<>();
        switch (statement) {
            case Statement.Select select -> reads.readPage(select, table, request, capacity, reply);
            case Statement.Exists exists -> throw existsAlone();
            default -> {
                ItemWrite write = StatementWrites.of(statement, table).telling(ItemOperations.tellsItem(request));
                WriteOutcome outcome = writer.write(write, true);
                reply.put("Items", StatementWrites.returned(statement, outcome));
                capacity.putWrite(reply, outcome.table(), outcome.cost());
            }
        }
        return reply;
    }

    /** Each statement has an answer of its own; one that fails is none of the others' business. */
    private Object executeBatch(AwsRequest request) {
        List<AwsRequest> members = request.structures("Statements");
        MemberChecks checks = new MemberChecks(request);
        checks.returnConsumedCapacity();
        checks.lengthOnly("Statements", members.size(), 1, MAX_STATEMENTS);
        checks.done();
        Map<TableDefinition, WriteCost> costs = new LinkedHashMap<>();
        List<Map<String, Object>> responses = new ArrayList<>();
        for (AwsRequest member : members) {
            responses.add(answer(member, costs));
        }
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("Responses", responses);
        CapacityReply.in(request).putWrites(reply, costs, null);
        return reply;
    }

    private Map<String, Object> answer(AwsRequest member, Map<TableDefinition, WriteCost> costs) {
        Map<String, Object> response = new LinkedHashMap<>();
        try {
            Statement statement = statement(member);
            TableDefinition table = tables.inService(statement.table());
            requireNoFault(table);
            List<Item> items = switch (statement) {
                case Statement.Select select -> reads.readItem(select, table, member.flag("ConsistentRead"), costs);
                case Statement.Exists exists -> throw existsAlone();
                default -> write(statement, table, ItemOperations.tellsItem(member), costs, response);
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

    private static AwsError existsAlone() {
        return AwsError.validation("EXISTS() is only supported in ExecuteTransaction");
    }

    /** Throttles a statement that a fault is to strike. */
    private void requireNoFault(TableDefinition table) {
        if (faults.failureOf(BATCH_TARGET, table.name()).isPresent()) {
            throw DynamoDbErrors.throttled();
        }
    }

    /** The table is told of a write that has reached it, even if the write fails there. */
    private List<Item> write(
            Statement statement,
            TableDefinition table,
            boolean tellsItem,
            Map<TableDefinition, WriteCost> costs,
            Map<String, Object> response) {
        ItemWrite write = StatementWrites.of(statement, table).telling(tellsItem);
        response.put("TableName", table.name());
        WriteOutcome outcome = writer.write(write, true);
        costs.computeIfAbsent(table, first -> new WriteCost()).add(outcome.cost());
        return StatementWrites.returned(statement, outcome);
    }

    /** The code as answers within an answer have it. */
    private static String shortCode(AwsError error) {
        return error.code().equals("ValidationException")
                ? "ValidationError"
                : error.code().replaceFirst("Exception$", "");
    }
}
