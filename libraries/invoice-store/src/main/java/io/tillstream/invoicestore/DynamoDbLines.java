package io.tillstream.invoicestore;

import static java.util.Objects.requireNonNull;

import io.tillstream.model.InvoiceNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads the lines of a number in the order of their keys, no more at once than a request may take. */
final class DynamoDbLines {

    /** A page has at most 1 MB; lines are as large as their texts. */
    private static final int MOST_PAGES = 8;

    private final DynamoDbTable<StoredLine> table;
    private final DynamoDbClient client;

    DynamoDbLines(InvoiceTables tables) {
        this.table = tables.lines();
        this.client = tables.dynamoDb();
    }

    /**
     * What is to be read.
     *
     * @param ranges where the lines lie, in the order of their keys
     * @param after none up to this key
     * @param limit how many lines at most
     * @param counting given those of a page, tells which of them count
     */
    record Wanted(
            InvoiceNumber invoiceNo,
            List<KeyRange> ranges,
            @Nullable String after,
            int limit,
            UnaryOperator<List<PlacedLine>> counting) {

        static Wanted allOf(InvoiceNumber invoiceNo, List<KeyRange> ranges) {
            return new Wanted(invoiceNo, ranges, null, LineSelection.MOST, lines -> lines);
        }
    }

    LinePage read(Wanted wanted) {
        Reading reading = new Reading(wanted);
        for (KeyRange range : wanted.ranges()) {
            Optional<KeyRange> left = range.after(wanted.after());
            if (left.isPresent() && !reading.readAll(left.get())) {
                return reading.page();
            }
        }
        return new LinePage(reading.found, Optional.empty());
    }

    /** The first line in a range, if there is any. */
    Optional<PlacedLine> first(InvoiceNumber invoiceNo, KeyRange range) {
        return client.query(query(invoiceNo, range).limit(1).build()).items().stream()
                .map(this::placed)
                .findFirst();
    }

    /** Hands over all lines of a number, a page at a time, however long it takes. */
    void readAll(InvoiceNumber invoiceNo, ReadProgress progress, Consumer<List<PlacedLine>> lines) {
        readPages(
                query(invoiceNo, KeyRange.ALL),
                progress,
                page -> lines.accept(page.items().stream().map(this::placed).toList()));
    }

    /**
     * Hands over no more of each line than sums are made from.
     *
     * @return whether some lie under keys of the time when keys did not tell the shop
     */
    boolean readAmounts(InvoiceNumber invoiceNo, ReadProgress progress, Consumer<LineAmount> lines) {
        boolean[] underOldKeys = {false};
        QueryRequest.Builder query = query(invoiceNo, KeyRange.ALL)
                .projectionExpression(LineAmountItems.PROJECTION)
                .expressionAttributeNames(LineAmountItems.NAMES);
        readPages(
                query,
                progress,
                page -> page.items().forEach(item -> {
                    LineAmount line = LineAmountItems.lineOf(item);
                    underOldKeys[0] |= !LineAmountItems.isUnderItsKey(item, line);
                    lines.accept(line);
                }));
        return underOldKeys[0];
    }

    private void readPages(QueryRequest.Builder query, ReadProgress progress, Consumer<QueryResponse> pages) {
        for (QueryResponse page : client.queryPaginator(query.build())) {
            progress.hasReadPage();
            pages.accept(page);
        }
    }

    private QueryRequest.Builder query(InvoiceNumber invoiceNo, KeyRange range) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":no", AttributeValue.fromS(invoiceNo.value()));
        QueryRequest.Builder query = QueryRequest.builder().tableName(table.tableName());
        if (range.equals(KeyRange.ALL)) {
            return query.keyConditionExpression(LineItems.INVOICE_NO + " = :no").expressionAttributeValues(values);
        }
        values.put(":from", AttributeValue.fromS(range.from()));
        values.put(":to", AttributeValue.fromS(range.to()));
        return query.keyConditionExpression(LineItems.INVOICE_NO + " = :no AND #key BETWEEN :from AND :to")
                .expressionAttributeNames(LineAmountItems.NAMES)
                .expressionAttributeValues(values);
    }

    private PlacedLine placed(Map<String, AttributeValue> item) {
        return new PlacedLine(
                requireNonNull(item.get(LineItems.KEY)).s(), table.tableSchema().mapToItem(item));
    }

    /** How far the reading of a stretch has got. */
    private final class Reading {

        private final Wanted wanted;
        private final List<PlacedLine> found = new ArrayList<>();
        private int pages;
        private @Nullable String last;

        private Reading(Wanted wanted) {
            this.wanted = wanted;
        }

        /** Returns whether there is time and room for more. */
        private boolean readAll(KeyRange range) {
            Map<String, AttributeValue> last = Map.of();
            do {
                if (pages == MOST_PAGES) {
                    return false;
                }
                QueryResponse page = client.query(query(wanted.invoiceNo(), range)
                        // The key itself after which it begins, and one to tell that there is more.
                        .limit(wanted.limit() - found.size() + 2)
                        .exclusiveStartKey(last.isEmpty() ? null : last)
                        .build());
                pages++;
                if (!take(page.items().stream().map(DynamoDbLines.this::placed).toList())) {
                    return false;
                }
                last = page.lastEvaluatedKey();
            } while (!last.isEmpty());
            return true;
        }

        private boolean take(List<PlacedLine> page) {
            if (!page.isEmpty()) {
                last = page.getLast().key();
            }
            for (PlacedLine line : wanted.counting().apply(page)) {
                if (found.size() == wanted.limit()) {
                    last = found.getLast().key();
                    return false;
                }
                if (!line.key().equals(wanted.after())) {
                    found.add(line);
                }
            }
            return true;
        }

        private LinePage page() {
            return new LinePage(found, Optional.ofNullable(last));
        }
    }
}
