package io.tillstream.invoicestore;

import static java.util.Objects.requireNonNull;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.TransactionHashing;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Tables with one invoice of 100,000 lines and one customer of 50,000 invoices, which are made when they are read. */
final class VeryLargeTables implements DynamoDbClient {

    static final InvoiceNumber NUMBER = new InvoiceNumber("1");
    static final CustomerId CUSTOMER = new CustomerId("17850");
    static final int LINES = 100_000;
    static final int INVOICES = 50_000;

    private static final int PAGE = 2_500;
    private static final int PAGES_BETWEEN_LOOKS = 10;

    private final Map<String, AttributeValue> line =
            item(LineItems.SCHEMA.itemToMap(stored(SampleLines.line("1", "S", "1", "17850", 1, "1.00")), true));
    private final Map<String, AttributeValue> amount = line.entrySet().stream()
            .filter(attribute -> LineAmountItems.PROJECTION.contains(attribute.getKey()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private final Map<String, AttributeValue> purchase = item(PurchaseItems.SCHEMA.itemToMap(
            Purchase.of(CUSTOMER, List.of(LineAmount.of(stored(SampleLines.line("1", "S", "1", "17850", 1, "1.00"))))),
            true));
    private final List<WeakReference<Map<String, AttributeValue>>> given = new ArrayList<>();
    private int pages;
    private int items;
    private long mostHeld;

    /** Whether it is kept what the invoice comes to. */
    private final boolean kept;

    VeryLargeTables(boolean kept) {
        this.kept = kept;
    }

    int pages() {
        return pages;
    }

    int items() {
        return items;
    }

    /** Of how many pages at most some item was held at the same time, as far as was looked. */
    long mostHeld() {
        return mostHeld;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        Map<String, AttributeValue> values = values(request);
        if (values.containsKey(":of")) {
            return QueryResponse.builder().items(keptItems()).build();
        }
        return values.containsKey(":no")
                ? page(
                        request,
                        LINES,
                        request.projectionExpression() == null ? line : amount,
                        LineItems.KEY,
                        i -> key("S", i) + "#1")
                : page(request, INVOICES, purchase, LineItems.INVOICE_NO, i -> key("N", i));
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return keptItems().stream()
                .findFirst()
                .map(item -> GetItemResponse.builder().item(item).build())
                .orElseGet(() -> GetItemResponse.builder().build());
    }

    private QueryResponse page(
            QueryRequest request,
            int all,
            Map<String, AttributeValue> pattern,
            String sortKey,
            IntFunction<String> keyOf) {
        String from = Optional.ofNullable(values(request).get(":from"))
                .map(AttributeValue::s)
                .orElse("");
        String to = Optional.ofNullable(values(request).get(":to"))
                .map(AttributeValue::s)
                .orElse(KeyRange.ALL.to());
        String after = Optional.ofNullable(request.exclusiveStartKey().get(sortKey))
                .map(AttributeValue::s)
                .orElse("");
        int first = firstAt(
                all, i -> keyOf.apply(i).compareTo(from) >= 0 && keyOf.apply(i).compareTo(after) > 0);
        int last = firstAt(all, i -> keyOf.apply(i).compareTo(to) > 0);
        int end = Math.min(last, first + (request.limit() == null ? PAGE : Math.min(PAGE, request.limit())));
        List<Map<String, AttributeValue>> page = IntStream.range(first, Math.max(first, end))
                .mapToObj(i -> {
                    Map<String, AttributeValue> item = new HashMap<>(pattern);
                    item.put(sortKey, AttributeValue.fromS(keyOf.apply(i)));
                    item.computeIfPresent(LineItems.STOCK_CODE, (name, any) -> AttributeValue.fromS(key("S", i)));
                    return item;
                })
                .toList();
        given(page);
        QueryResponse.Builder answer = QueryResponse.builder().items(page);
        if (end < last) {
            answer.lastEvaluatedKey(Map.of(sortKey, AttributeValue.fromS(keyOf.apply(end - 1))));
        }
        return answer.build();
    }

    private void given(List<Map<String, AttributeValue>> page) {
        pages++;
        items += page.size();
        if (pages % PAGES_BETWEEN_LOOKS == 0) {
            System.gc();
            mostHeld = Math.max(
                    mostHeld, given.stream().filter(item -> item.get() != null).count());
        }
        page.stream().findFirst().ifPresent(item -> given.add(new WeakReference<>(item)));
    }

    private List<Map<String, AttributeValue>> keptItems() {
        InvoiceTotals totals = new InvoiceTotals(
                NUMBER,
                null,
                CUSTOMER,
                SampleLines.line("1", "S", "1").invoiceDate(),
                "United Kingdom",
                new BigDecimal("100000.00"),
                LINES);
        return kept
                ? List.of(StoredTotalsItems.itemOf(
                        new StoredTotals(new ShopInvoice(NUMBER, null), Optional.of(totals), false, "of all")))
                : List.of();
    }

    private static int firstAt(int all, IntPredicate isThere) {
        int low = 0;
        int high = all;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isThere.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Map<String, AttributeValue> values(QueryRequest request) {
        return requireNonNull(request.expressionAttributeValues());
    }

    private static Map<String, AttributeValue> item(Map<String, AttributeValue> item) {
        return Map.copyOf(item);
    }

    private static StoredLine stored(TransactionLine line) {
        return StoredLine.of(line, TransactionHashing.versionOf(line));
    }

    private static String key(String letter, int i) {
        String digits = Integer.toString(i);
        return letter + "0".repeat(7 - digits.length()) + digits;
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {}
}
