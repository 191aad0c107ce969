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

    private final Calls calls;
    private final LineBatches batches;
    private final Summaries summaries;
    private final DynamoDbTable<TransactionLine> lines;
    private final DynamoDbTable<Purchase> purchases;

    public DynamoDbInvoiceStore(InvoiceTables tables, StoreSettings settings) {
        this.calls = new Calls(settings);
        this.batches = new LineBatches(tables, calls);
        this.summaries = new Summaries(new DynamoDbSummaries(tables, calls), settings.rememberLines());
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
    public Optional<Invoice> invoice(InvoiceNumber invoiceNo) {
        return available(() -> Invoice.of(
                lines.query(allOf(invoiceNo.value())).items().stream().toList()));
    }

    @Override
    public Optional<Customer> customer(CustomerId customerId) {
        return available(() -> Customer.of(
                customerId,
                purchases.query(allOf(customerId.value())).items().stream().toList()));
    }

    /** Lines without a customer bear on no summary. */
    private Stream<RefusedLine> summarise(Collection<TransactionLine> stored) {
        return stored.stream()
                .filter(line -> line.customerId().isPresent())
                .collect(Collectors.groupingBy(TransactionLine::invoiceNo))
                .values()
                .stream()
                .gather(Gatherers.mapConcurrent(calls.maxConcurrency(), this::summariseInvoice))
                .flatMap(List::stream);
    }

    private List<RefusedLine> summariseInvoice(List<TransactionLine> stored) {
        Map<CustomerId, String> refused = summaries.update(
                stored.getFirst().invoiceNo(),
                stored.stream().map(LineAmount::of).toList());
        return refused.isEmpty() ? List.of() : linesOf(refused, stored);
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
