package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.partiql.Statement;
import io.tillstream.localcloud.dynamodb.partiql.WhereKeys;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several statements of which all are carried out or none: either reads or writes. */
public final class StatementTransactions {

    private static final int MAX_STATEMENTS = 100;

    private final Tables tables;
    private final TransactionWriter writer;
    private final TransactionReader reader;

    public StatementTransactions(EntryStore store, Tables tables, Clock clock) {
        this.tables = tables;
        this.writer = new TransactionWriter(store, tables, clock);
        this.reader = new TransactionReader(store, tables);
    }

    public Map<String, DynamoDbOperation> all() {
        return Map.of("ExecuteTransaction", this::execute);
    }

    private Object execute(AwsRequest request) {
        List<Statement> statements = statements(request);
        long reads =
                statements.stream().filter(Statement.Select.class::isInstance).count();
        if (reads > 0 && reads < statements.size()) {
            throw AwsError.validation(
                    "ExecuteTransaction API does not support both read and write operations in the same request.");
        }
        List<TableDefinition> found = statements.stream()
                .map(statement -> tables.inService(statement.table()))
                .toList();
        return reads > 0 ? read(statements, found, request) : write(statements, found, request);
    }

    private static List<Statement> statements(AwsRequest request) {
        TransactionRules.checkToken(request);
        List<AwsRequest> members = request.structures("TransactStatements");
        MemberChecks checks = new MemberChecks(request);
        checks.required("TransactStatements");
        checks.returnConsumedCapacity();
        if (request.has("TransactStatements")) {
            checks.lengthOnly("TransactStatements", members.size(), 1, MAX_STATEMENTS);
        }
        checks.done();
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Statement statement = StatementOperations.statement(members.get(i));
            if (statement.returning() != null) {
                throw invalid(i, "RETURNING clause is not supported in ExecuteTransaction.");
            }
            statements.add(statement);
        }
        return statements;
    }

    private Object read(List<Statement> statements, List<TableDefinition> found, AwsRequest request) {
        List<TransactionReader.Read> reads = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement.Select select = (Statement.Select) statements.get(i);
            requireWholeKey(i, select, found.get(i));
            reads.add(new TransactionReader.Read(
                    select.table(),
                    StatementWrites.key(select.where(), found.get(i)),
                    item -> SelectReader.columns(select, item)));
        }
        return reader.read(reads, CapacityReply.in(request));
    }

    private Object write(List<Statement> statements, List<TableDefinition> found, AwsRequest request) {
        List<AwsRequest> members = request.structures("TransactStatements");
        List<ItemWrite> writes = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.Exists exists) {
                requireFurtherCondition(i, exists.select(), found.get(i));
            }
            boolean tellsItem = ItemOperations.tellsItem(members.get(i));
            writes.add(StatementWrites.of(statements.get(i), found.get(i)).telling(tellsItem));
        }
        TransactionWriter.Written written = writer.write(writes, ClientToken.of(request, "TransactStatements"));
        Map<String, Object> reply = new LinkedHashMap<>(TransactionOperations.reply(request, written));
        reply.put("Responses", List.of());
        return reply;
    }

    private static void requireWholeKey(int number, Statement.Select select, TableDefinition table) {
        if (select.index() != null) {
            throw invalid(number, "Reads on indices are not supported within transactions.");
        }
        try {
            StatementReads.requireWholeKey(select, table, "ExecuteTransaction");
        } catch (AwsError error) {
            throw invalid(number, error.message());
        }
    }

    /** EXISTS asks for one item by its key, and something of it besides. */
    private static void requireFurtherCondition(int number, Statement.Select select, TableDefinition table) {
        WhereKeys where = WhereKeys.of(select.where());
        List<String> keys = table.keys().names();
        boolean byKey = keys.stream().allMatch(key -> where.equalTo(key).isPresent());
        if (!byKey || where.areExactly(keys)) {
            throw invalid(number, "EXISTS() must contain a single item read with additional condition");
        }
    }

    private static AwsError invalid(int number, String message) {
        return AwsError.validation("Validation failed in TransactStatements[" + number + "]: " + message);
    }
}
