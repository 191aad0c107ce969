package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.IndexBackfill;
import io.tillstream.localcloud.dynamodb.tables.IndexDefinition;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations on tables as a whole. */
public final class TableOperations {

    private static final int MAX_LISTED = 100;
    /** Small tables have their new index when UpdateTable returns. */
    private static final Duration WAIT_FOR_INDEX = Duration.ofSeconds(2);

    private final Tables tables;
    private final IndexBackfill backfill;
    private final TableReply reply;

    public TableOperations(EntryStore store, Tables tables) {
        this.tables = tables;
        this.backfill = new IndexBackfill(store, tables);
        this.reply = new TableReply(store);
    }

    public Map<String, DynamoDbOperation> all() {
        return Map.of(
                "CreateTable", this::create,
                "DescribeTable", this::describe,
                "UpdateTable", this::update,
                "DeleteTable", this::delete,
                "ListTables", this::list);
    }

    private Object create(AwsRequest request) {
        TableDefinition table = new TableCreation(tables).read(request);
        tables.create(table);
        return Map.of("TableDescription", described(table, "CREATING"));
    }

    private Object describe(AwsRequest request) {
        return Map.of("Table", reply.describe(tables.described(nameIn(request)), tables.now()));
    }

    private Object update(AwsRequest request) {
        TableChange change = new TableChange(tables, request);
        MemberChecks checks = new MemberChecks(request);
        String name = checks.requiredTableName();
        change.checkMembers(checks);
        checks.done();
        TableDefinition table = tables.change(name, change::apply);
        Map<String, Object> described = described(table, "UPDATING");
        table.indexes().stream().filter(index -> !index.complete()).forEach(index -> fill(table, index));
        return Map.of("TableDescription", described);
    }

    private void fill(TableDefinition table, IndexDefinition index) {
        Thread filling =
                Thread.ofVirtual().name("dynamodb-index-" + index.name()).start(() -> backfill.fill(table, index));
        try {
            boolean ignored = filling.join(WAIT_FOR_INDEX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Object delete(AwsRequest request) {
        String name = nameIn(request);
        TableDefinition table = tables.described(name);
        if (table.settings().deletionProtected()) {
            throw AwsError.validation(
                    "Resource cannot be deleted as it is currently protected against deletion. Disable deletion"
                            + " protection first.");
        }
        if (!table.status(tables.now()).equals("ACTIVE")
                && table.indexes().stream().allMatch(IndexDefinition::complete)) {
            throw DynamoDbErrors.changing(table, tables.now());
        }
        Map<String, Object> described = described(table, "DELETING");
        tables.delete(name);
        return Map.of("TableDescription", described);
    }

    /** As the service answers it: the change has begun, even if the next call finds it done. */
    private Map<String, Object> described(TableDefinition table, String status) {
        Map<String, Object> described = reply.describe(table, tables.now());
        described.put("TableStatus", status);
        return described;
    }

    private Object list(AwsRequest request) {
        MemberChecks checks = new MemberChecks(request);
        checks.atLeast("Limit", 1);
        checks.atMost("Limit", MAX_LISTED);
        request.text("ExclusiveStartTableName").ifPresent(name -> checks.checkName(name, "exclusiveStartTableName", 3));
        checks.done();
        String after = request.text("ExclusiveStartTableName").orElse("");
        List<String> rest = tables.all().stream()
                .map(TableDefinition::name)
                .filter(name -> name.compareTo(after) > 0)
                .toList();
        List<String> page =
                rest.subList(0, Math.min(rest.size(), request.number("Limit").orElse(MAX_LISTED)));
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("TableNames", page);
        if (page.size() < rest.size()) {
            listed.put("LastEvaluatedTableName", page.getLast());
        }
        return listed;
    }

    static String nameIn(AwsRequest request) {
        MemberChecks checks = new MemberChecks(request);
        String name = checks.requiredTableName();
        checks.done();
        return name;
    }
}
