package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineKey;
import io.tillstream.model.TransactionLine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;

/**
 * Invoices and customers in DynamoDB.
 *
 * <p>A line is only ever put under its own key, so an invoice's set of lines grows and never shrinks. After that, its
 * summary is put in place of one that was made of fewer of its lines, so writers may overlap in any way and end up the
 * same.
 */
public final class DynamoDbInvoiceStore implements InvoiceWriter, InvoiceReader {

    /** BatchExecuteStatement takes no more. */
    private static final int MAX_STATEMENTS = 25;

    private final Calls calls;
    private final LineBatches batches;
    private final SummaryStore summaryStore;
    private final Summaries summaries;
    private final DynamoDbTable<TransactionLine> lines;
    private final DynamoDbTable<Purchase> purchases;

    public DynamoDbInvoiceStore(InvoiceTables tables, StoreSettings settings) {
        this.calls = new Calls(settings);
        this.batches = new LineBatches(tables, calls);
        this.summaryStore = new DynamoDbSummaries(tables, calls);
        this.summaries = new Summaries(summaryStore, settings.rememberLines());
        this.lines = tables.lines();
        this.purchases = tables.purchases();
    }

    /** @param concurrency how many calls may be under way to add lines */
    public DynamoDbInvoiceStore(InvoiceTables tables, int concurrency) {
        this(tables, StoreSettings.upTo(concurrency));
    }

    @Override
    public List<RefusedLine> add(Collection<TransactionLine> added) {
        Map<LineKey, TransactionLine> distinct = LinkedHashMap.newLinkedHashMap(added.size());
        added.forEach(line -> distinct.put(line.key(), line));
        return available(() -> {
            List<RefusedLine> refused = batches.put(distinct.values());
            refused.forEach(line -> distinct.remove(line.line().key()));
            return Stream.concat(refused.stream(), summarise(distinct.values())).toList();
        });
    }

    /** What has been done to add lines. */
    public StoreActivity activity() {
        return calls.activity();
    }

    @Override
    public List<Invoice> invoices(InvoiceNumber invoiceNo) {
        return available(() -> Invoice.byShop(
                lines.query(allOf(invoiceNo.value())).items().stream().toList()));
    }

    @Override
    public Optional<Customer> customer(CustomerId customerId, ShopFilter shops) {
        return available(() -> Customer.of(customerId, invoicesOf(customerId, shops)));
    }

    /** The table keeps a customer's invoices by number, so all are read, a few pages at most, and put in order here. */
    @Override
    public Optional<InvoicePage> invoices(CustomerId customerId, InvoiceSelection selection) {
        return available(() -> InvoicePage.of(invoicesOf(customerId, selection.shops()), selection));
    }

    private List<CustomerInvoice> invoicesOf(CustomerId customerId, ShopFilter shops) {
        return purchases.query(allOf(customerId.value())).items().stream()
                .flatMap(CustomerInvoice::of)
                .filter(invoice -> shops.takes(invoice.shop()))
                .toList();
    }

    /** Lines without a customer bear on no summary. */
    private Stream<RefusedLine> summarise(Collection<TransactionLine> stored) {
        Map<SummaryUpdate, List<TransactionLine>> updates = stored.stream()
                .filter(line -> line.customerId().isPresent())
                .collect(Collectors.groupingBy(TransactionLine::invoiceNo))
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(invoice -> update(invoice.getKey(), invoice.getValue()), Map.Entry::getValue));
        putTogether(updates.keySet());
        return updates.entrySet().stream()
                .gather(Gatherers.mapConcurrent(
                        calls.maxConcurrency(),
                        update -> linesOf(update.getKey().finish(), update.getValue())))
                .flatMap(List::stream);
    }

    private SummaryUpdate update(InvoiceNumber invoiceNo, List<TransactionLine> stored) {
        return summaries.update(invoiceNo, stored.stream().map(LineAmount::of).toList());
    }

    /** Nearly all summaries can be put as expected, and several in one call. */
    private void putTogether(Collection<SummaryUpdate> updates) {
        updates.stream()
                .flatMap(SummaryUpdate::replacements)
                .gather(Gatherers.windowFixed(MAX_STATEMENTS))
                .filter(several -> several.size() > 1)
                .gather(Gatherers.mapConcurrent(calls.maxConcurrency(), summaryStore::putAll))
                .forEach(done -> done.forEach(SummaryUpdate.Replacement::isDone));
    }

    private static List<RefusedLine> linesOf(Map<CustomerId, String> refused, List<TransactionLine> lines) {
        return lines.stream()
                .flatMap(line -> line.customerId().map(refused::get).stream()
                        .map(reason -> new RefusedLine(line, "The invoice's summary: " + reason)))
                .toList();
    }

    private static QueryEnhancedRequest allOf(String partition) {
        return QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.keyEqualTo(
                        Key.builder().partitionValue(partition).build()))
                .build();
    }

    private static <T> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw Failures.passes(failure)
                    ? new InvoiceStoreUnavailableException("DynamoDB did not answer", failure)
                    : failure;
        }
    }
}
