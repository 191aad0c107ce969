package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.Update;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement, its parameters put in. */
public sealed interface Statement {

    String table();

    /** What a write gives back. */
    default @Nullable Returning returning() {
        return null;
    }

    /** Reads items; without columns it wants all attributes, or would count, which no table does. */
    record Select(
            String table,
            @Nullable String index,
            List<Column> columns,
            boolean counts,
            @Nullable Condition where,
            List<Ordering> orderings)
            implements Statement {}

    /** Puts an item where none is. */
    record Insert(String table, Item item) implements Statement {}

    /** Changes the item that the condition names. */
    record Change(
            String table,
            Update update,
            @Nullable Condition where,
            @Nullable Returning returning) implements Statement {}

    record Delete(
            String table,
            @Nullable Condition where,
            @Nullable Returning returning) implements Statement {}

    /** Asks, within a transaction, whether a read finds its item. */
    record Exists(Select select) implements Statement {
        @Override
        public String table() {
            return select.table();
        }
    }

    /** Reads the text of a statement. */
    static Statement parse(String text, List<Value> parameters) {
        return StatementParser.parse(text, parameters);
    }
}
