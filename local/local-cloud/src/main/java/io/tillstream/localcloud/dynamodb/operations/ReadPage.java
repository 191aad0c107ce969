package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.Projection;
import io.tillstream.localcloud.dynamodb.store.EntryCursor;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemCodec;
import io.tillstream.localcloud.dynamodb.value.ItemSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A page of items: it ends with the range, at the limit, or where one more item would make it more than 1 MB. */
final class ReadPage {

    private static final long MAX_BYTES = 1024 * 1024;

    private final List<Item> items = new ArrayList<>();
    private int scanned;
    private int count;
    private long bytes;
    private double fetchedUnits;
    private @Nullable Item last;
    private boolean cut;

    /** Reads a page, whose items are counted only or told as well. */
    void read(EntryCursor cursor, int limit, @Nullable Condition filter, boolean counting, Shaping shaping) {
        while (cursor.next()) {
            Item item = ItemCodec.decode(cursor.value());
            int size = ItemSize.of(item);
            if (scanned > 0 && bytes + size > MAX_BYTES) {
                cut = true;
                return;
            }
            take(item, size, filter, counting, shaping);
            if (scanned == limit) {
                cut = true;
                return;
            }
        }
    }

    /**
     * How the items of a page are told.
     *
     * @param whole makes the item of the table of what an index has of it; null if that is not wanted
     */
    record Shaping(
            @Nullable UnaryOperator<Item> whole, @Nullable Projection projection) {}

    private void take(Item item, int size, @Nullable Condition filter, boolean counting, Shaping shaping) {
        scanned++;
        bytes += size;
        last = item;
        Item full = item;
        if (shaping.whole() != null) {
            full = shaping.whole().apply(item);
            fetchedUnits += CapacityReply.readUnits(ItemSize.of(full), true);
        }
        if (Condition.isMet(filter, full)) {
            count++;
            if (!counting) {
                items.add(ItemReader.projected(full, shaping.projection()));
            }
        }
    }

    List<Item> items() {
        return items;
    }

    int scanned() {
        return scanned;
    }

    int count() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    /** The units of reading whole items from the table, one by one and consistently. */
    double fetchedUnits() {
        return fetchedUnits;
    }

    /** The last item read if there may be more behind it, else null. */
    @Nullable
    Item lastIfCut() {
        return cut ? last : null;
    }
}
