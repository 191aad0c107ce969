package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.DocumentPath;
import io.tillstream.localcloud.dynamodb.operations.ItemWrite.Action;
import io.tillstream.localcloud.dynamodb.partiql.Returning;
import io.tillstream.localcloud.dynamodb.partiql.Statement;
import io.tillstream.localcloud.dynamodb.partiql.WhereKeys;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes writes of statements, and tells what they return. */
final class StatementWrites {

    private StatementWrites() {}

    /** The write that a statement asks for; a SELECT is none. */
    static ItemWrite of(Statement statement, TableDefinition table) {
        return switch (statement) {
            case Statement.Insert insert -> ItemWrite.insert(table.name(), insert.item());
            case Statement.Change change ->
                new ItemWrite(
                        table.name(),
                        key(change.where(), table),
                        new Action.Change(change.update()),
                        change.where(),
                        false);
            case Statement.Delete delete ->
                new ItemWrite(
                        table.name(),
                        key(delete.where(), table),
                        new Action.Delete(),
                        unlessGone(delete, table),
                        false);
            case Statement.Exists exists ->
                new ItemWrite(
                        table.name(),
                        key(exists.select().where(), table),
                        new Action.Check(),
                        exists.select().where(),
                        false);
            case Statement.Select select -> throw new IllegalArgumentException("A SELECT writes nothing");
        };
    }

    /** What a write gives back: no item unless it is asked for one, and there is something of it. */
    static List<Item> returned(Statement statement, WriteOutcome outcome) {
        Returning returning = statement.returning();
        Item item = returning == null ? null : returning.after() ? outcome.after() : outcome.before();
        if (item == null || returning == null) {
            return List.of();
        }
        Item part = returning.modifiedOnly() && statement instanceof Statement.Change change
                ? change.update().changedPart(item)
                : item;
        return part.isEmpty() ? List.of() : List.of(part);
    }

    /** An item that is not there is as good as deleted, whatever else the clause wants of it. */
    private static @Nullable Condition unlessGone(Statement.Delete delete, TableDefinition table) {
        boolean keysOnly = WhereKeys.of(delete.where()).areExactly(table.keys().names());
        return keysOnly || delete.where() == null
                ? null
                : new Condition.Any(List.of(new Condition.Not(exists(table)), delete.where()));
    }

    private static Condition exists(TableDefinition table) {
        return new Condition.Exists(DocumentPath.attribute(table.keys().names().getFirst()));
    }

    /** The key that a clause names whole. */
    static Item key(@Nullable Condition where, TableDefinition table) {
        WhereKeys keys = WhereKeys.of(where);
        Map<String, Value> key = new LinkedHashMap<>();
        for (String name : table.keys().names()) {
            key.put(
                    name,
                    keys.equalTo(name)
                            .orElseThrow(() -> AwsError.validation(
                                    "Where clause does not contain a mandatory equality on all key attributes")));
        }
        return new Item(key);
    }
}
