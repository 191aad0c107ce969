package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineKey;
import io.tillstream.model.TransactionLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The twin of {@link DynamoDbInvoiceStore} for tests: the same contract, nothing kept, no line that cannot be
 * stored. Safe for several
 * threads.
 */
public final class InMemoryInvoiceStore implements InvoiceWriter, InvoiceReader {

    private final Map<InvoiceNumber, Map<LineKey, StoredLine>> invoices = new ConcurrentHashMap<>();

    @Override
    public List<RefusedLine> add(Collection<TransactionLine> lines, ReplacedLines replaced) {
        DistinctLines versions = DistinctLines.of(lines);
        List<RefusedLine> refused = new ArrayList<>(versions.refused());
        Stream.concat(versions.namedByContent().stream(), versions.others().stream())
                .forEach(line -> {
                    Settlement settlement = new Settlement(this::put, replaced);
                    if (settlement.settle(line, Optional.empty()).isEmpty()) {
                        refused.add(RefusedLine.otherVersion(line.line()));
                    }
                });
        return refused;
    }

    private Optional<LinePlaces.Found> put(StoredLine line, Optional<StoredLine> expected) {
        Map<LineKey, StoredLine> places =
                invoices.computeIfAbsent(line.line().invoiceNo(), number -> new ConcurrentHashMap<>());
        LineKey key = line.line().key();
        boolean put = expected.map(other -> places.replace(key, other, line))
                .orElseGet(() -> places.putIfAbsent(key, line) == null);
        return put ? Optional.empty() : Optional.of(new LinePlaces.Found(Optional.ofNullable(places.get(key))));
    }

    /** All invoices of that number. */
    public List<Invoice> invoices(InvoiceNumber invoiceNo) {
        return Invoice.byShop(invoices.getOrDefault(invoiceNo, Map.of()).values());
    }

    @Override
    public FoundInvoice invoice(InvoiceNumber invoiceNo, LineSelection selection) {
        return FoundInvoice.among(invoices.getOrDefault(invoiceNo, Map.of()).values(), selection);
    }

    @Override
    public FoundInvoice invoice(InvoiceNumber invoiceNo, LineSelection selection, TotalsByShop totals) {
        return invoice(invoiceNo, selection);
    }

    @Override
    public TotalsByShop addUp(InvoiceNumber invoiceNo, ReadProgress progress) {
        return new TotalsByShop(
                invoices(invoiceNo).stream().map(Invoice::totals).toList(), false);
    }

    @Override
    public Optional<Customer> customer(CustomerId customerId, ShopFilter shops, ReadProgress progress) {
        return Customer.of(customerId, invoicesOf(customerId, shops));
    }

    @Override
    public Optional<InvoicePage> invoices(CustomerId customerId, InvoiceSelection selection, ReadProgress progress) {
        return InvoicePage.of(invoicesOf(customerId, selection.shops()), selection);
    }

    private Stream<CustomerInvoice> invoicesOf(CustomerId customerId, ShopFilter shops) {
        return invoices.values().stream()
                .flatMap(lines -> Purchase.ofLines(lines.values()))
                .filter(purchase -> purchase.customerId().equals(customerId))
                .flatMap(CustomerInvoice::of)
                .filter(invoice -> shops.takes(invoice.shop()));
    }
}
