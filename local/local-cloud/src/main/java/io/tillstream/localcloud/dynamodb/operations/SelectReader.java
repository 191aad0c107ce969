package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.partiql.Column;
import io.tillstream.localcloud.dynamodb.partiql.Statement;
import io.tillstream.localcloud.dynamodb.store.EntryCursor;
import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.store.EntryView;
import io.tillstream.localcloud.dynamodb.tables.ItemKeys;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemCodec;
import io.tillstream.localcloud.dynamodb.value.ItemSize;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one page of a SELECT: until its limit of items looked at, a megabyte, or the end. */
final class SelectReader {

    private static final int PAGE_BYTES = 1024 * 1024;

    private final EntryView view;
    private final SelectPlan plan;
    private final int limit;
    private final List<Item> items = new ArrayList<>();
    private int looked;
    private long bytes;
    private double tableUnits;
    private @Nullable SelectPosition last;

    SelectReader(EntryView view, SelectPlan plan, int limit) {
        this.view = view;
        this.plan = plan;
        this.limit = limit;
    }

    /** The items found, the bytes looked at, and where to go on; null at the end. */
    record Page(
            List<Item> items,
            long bytes,
            double fetchedUnits,
            @Nullable SelectPosition next) {}

    Page page(SelectPosition start) {
        SelectPosition from = start;
        for (int number = start.range(); number < plan.ranges().size(); number++) {
            if (!readRange(number, from)) {
                return new Page(items, bytes, tableUnits, last);
            }
            from = SelectPosition.START;
        }
        return new Page(items, bytes, tableUnits, null);
    }

    /** False if the page is full before the range ends. */
    private boolean readRange(int number, SelectPosition from) {
        EntryRange range = plan.ranges().get(number);
        if (from.key().length > 0) {
            range = plan.forward() ? range.after(from.key()) : range.before(from.key());
        }
        EntryCursor cursor = view.cursor(plan.space(), range, plan.forward());
        while (cursor.next()) {
            if (looked == limit || bytes >= PAGE_BYTES) {
                return false;
            }
            look(ItemCodec.decode(cursor.value()));
            last = new SelectPosition(number, cursor.key());
        }
        return true;
    }

    private void look(Item stored) {
        looked++;
        bytes += ItemSize.of(stored);
        Item item = plan.reachesBack() ? fetched(stored) : stored;
        if (Condition.isMet(plan.select().where(), item)) {
            items.add(columns(plan.select(), item));
        }
    }

    /** The whole item, which the index holds a part of. */
    private Item fetched(Item part) {
        byte[] value =
                view.get(plan.table().space(), ItemKeys.ofTable(plan.table().keys(), part));
        Item item = value == null ? part : ItemCodec.decode(value);
        tableUnits += CapacityReply.readUnits(ItemSize.of(item), false);
        return item;
    }

    /** What a statement wants of an item. */
    static Item columns(Statement.Select select, Item item) {
        if (select.columns().isEmpty()) {
            return item;
        }
        Map<String, Value> columns = new LinkedHashMap<>();
        for (Column column : select.columns()) {
            Value value = column.path().in(item);
            if (value != null) {
                columns.put(column.name(), value);
            }
        }
        return new Item(columns);
    }
}
