package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.partiql.Statement;
import io.tillstream.localcloud.dynamodb.partiql.WhereKeys;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.store.EntryView;
import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.TableLimits;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.tables.WriteCost;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.util.List;
import java.util.Map;

/** Carries out SELECTs, held to the same rates and seeing the same as the plain reads. */
final class StatementReads {

    private final ReadViews views;
    private final TableLimits limits;

    StatementReads(EntryStore store, Tables tables, EntryFaults faults) {
        this.views = new ReadViews(store, faults);
        this.limits = tables.limits();
    }

    /** Reads one page into a reply, as Query and Scan do. */
    void readPage(
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
        if (!limits.admitsRead(table)) {
            throw DynamoDbErrors.throttled();
        }
        EntryView view = views.of("ExecuteStatement", table.name(), consistent);
        int limit = request.number("Limit").orElse(Integer.MAX_VALUE);
        SelectReader.Page page = new SelectReader(view, plan, limit).page(start);
        double units = CapacityReply.readUnits(page.bytes(), consistent);
        limits.hasRead(table, units);
        reply.put("Items", page.items());
        if (page.next() != null) {
            reply.put("NextToken", page.next().token(text));
        }
        if (plan.index() == null) {
            capacity.putRead(reply, table, units);
        } else {
            double fetched = page.fetchedUnits() * (consistent ? 2 : 1);
            capacity.putRead(reply, table, fetched, plan.index(), units);
        }
    }

    /** Reads the one item that a statement of a batch is for, as GetItem does. */
    List<Item> readItem(
            Statement.Select select, TableDefinition table, boolean consistent, Map<TableDefinition, WriteCost> costs) {
        SelectPlan plan = SelectPlan.of(select, table, consistent);
        requireWholeKey(select, table, "BatchExecuteStatement");
        Item key = StatementWrites.key(select.where(), table);
        if (!limits.admitsRead(table, key)) {
            throw DynamoDbErrors.throttled();
        }
        EntryView view = views.of("BatchExecuteStatement", table.name(), consistent);
        SelectReader.Page page = new SelectReader(view, plan, 1).page(SelectPosition.START);
        double units = CapacityReply.readUnits(page.bytes(), consistent);
        limits.hasRead(table, key, units);
        costs.computeIfAbsent(table, first -> new WriteCost()).addRead(units);
        return page.items();
    }

    /** Where several statements go together, a SELECT must name one item by its key and nothing else. */
    static void requireWholeKey(Statement.Select select, TableDefinition table, String operation) {
        if (select.index() != null
                || !WhereKeys.of(select.where()).areExactly(table.keys().names())) {
            throw AwsError.validation("Select statements within %s must specify the primary key in the where clause."
                    .formatted(operation));
        }
    }
}
