package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.RequestExpressions;
import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.store.EntryView;
import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.TableLimits;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the page of a Query or a Scan and makes the reply of it. */
final class PageReader {

    private final ReadViews views;
    private final TableLimits limits;

    PageReader(EntryStore store, Tables tables, EntryFaults faults) {
        this.views = new ReadViews(store, faults);
        this.limits = tables.limits();
    }

    /**
     * The entries to read.
     *
     * @param after the position behind which to begin; null for the beginning
     * @param bounded whether a Query reads them, which refuses a position out of the range
     */
    record Range(
            EntryRange entries, boolean forward, @Nullable Item after, boolean bounded) {

        String operation() {
            return bounded ? "Query" : "Scan";
        }

        EntryRange rest(ReadSource source) {
            if (after == null) {
                return entries;
            }
            byte[] key = source.keyOf(after, bounded);
            if (!entries.contains(key) && bounded) {
                throw AwsError.validation(
                        "The provided starting key is outside query boundaries based on provided conditions");
            }
            return forward ? entries.after(key) : entries.before(key);
        }
    }

    Map<String, Object> read(AwsRequest request, ReadSource source, RequestExpressions expressions, Range range) {
        boolean counting = request.text("Select").map("COUNT"::equals).orElse(false);
        if (!limits.admitsRead(source.table())) {
            throw DynamoDbErrors.throttled();
        }
        ReadPage page = new ReadPage();
        EntryView view = views.of(range.operation(), source.table().name(), request.flag("ConsistentRead"));
        EntryRange rest = range.rest(source);
        UnaryOperator<Item> whole = SelectRules.needsWholeItems(request, source, expressions.projection())
                ? item -> wholeItem(view, source.table(), item)
                : null;
        if (!rest.isEmpty()) {
            page.read(
                    view.cursor(source.space(), rest, range.forward()),
                    request.number("Limit").orElse(Integer.MAX_VALUE),
                    expressions.filter(),
                    counting,
                    new ReadPage.Shaping(whole, expressions.projection()));
        }
        limits.hasRead(source.table(), CapacityReply.readUnits(page.bytes(), request.flag("ConsistentRead")));
        return reply(request, source, page, counting);
    }

    private static Item wholeItem(EntryView view, TableDefinition table, Item item) {
        Item whole = ItemReader.get(view, table, item);
        return whole == null ? item : whole;
    }

    private static Map<String, Object> reply(AwsRequest request, ReadSource source, ReadPage page, boolean counting) {
        Map<String, Object> reply = new LinkedHashMap<>();
        if (!counting) {
            reply.put("Items", page.items());
        }
        reply.put("Count", page.count());
        reply.put("ScannedCount", page.scanned());
        Item last = page.lastIfCut();
        if (last != null) {
            reply.put("LastEvaluatedKey", source.position(last));
        }
        CapacityReply capacity = CapacityReply.in(request);
        double units = CapacityReply.readUnits(page.bytes(), request.flag("ConsistentRead"));
        if (source.index() == null) {
            capacity.putRead(reply, source.table(), units);
        } else {
            double fetched = page.fetchedUnits() * (request.flag("ConsistentRead") ? 1 : 0.5);
            capacity.putRead(reply, source.table(), fetched, source.index(), units);
        }
        return reply;
    }
}
