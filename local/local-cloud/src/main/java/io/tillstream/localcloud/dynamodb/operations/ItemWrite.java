package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.Update;
import io.tillstream.localcloud.dynamodb.tables.StoredItem;
import io.tillstream.localcloud.dynamodb.value.Item;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants done to one item.
 *
 * @param table the table's name
 * @param item the item to put, or the key of the one that is meant
 * @param condition what must hold for the item as it is; null if nothing must
 * @param tellsItem whether the item is told if the condition does not hold
 */
record ItemWrite(
        String table, Item item, Action action, @Nullable Condition condition, boolean tellsItem) {

    /** What is done if the condition holds. */
    sealed interface Action {

        /** Puts an item, in the place of one that is there unless it must be new. */
        record Put(StoredItem item, boolean mustBeNew) implements Action {}

        record Delete() implements Action {}

        record Change(Update update) implements Action {}

        /** Nothing: the condition is all there is. */
        record Check() implements Action {}
    }

    static ItemWrite put(String table, Item item, @Nullable Condition condition, boolean tellsItem) {
        return new ItemWrite(table, item, new Action.Put(StoredItem.of(item), false), condition, tellsItem);
    }

    /** Puts an item where none is. */
    static ItemWrite insert(String table, Item item) {
        return new ItemWrite(table, item, new Action.Put(StoredItem.of(item), true), null, false);
    }

    /** The same, but for whether the item is told if the condition does not hold. */
    ItemWrite telling(boolean item) {
        return new ItemWrite(table, this.item, action, condition, item);
    }

    boolean isPut() {
        return action instanceof Action.Put;
    }
}
