package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineKey;
import io.tillstream.model.TransactionLine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The twin of {@link DynamoDbInvoiceStore} for tests: the same contract, nothing kept, nothing refused. Safe for several
 * threads.
 */
public final class InMemoryInvoiceStore implements InvoiceWriter, InvoiceReader {

    private final Map<InvoiceNumber, Map<LineKey, TransactionLine>> invoices = new ConcurrentHashMap<>();

    @Override
    public List<RefusedLine> add(Collection<TransactionLine> lines) {
        lines.forEach(line -> invoices.computeIfAbsent(line.invoiceNo(), number -> new ConcurrentHashMap<>())
                .put(line.key(), line));
        return List.of();
    }

    @Override
    public List<Invoice> invoices(InvoiceNumber invoiceNo) {
        return Invoice.byShop(invoices.getOrDefault(invoiceNo, Map.of()).values());
    }

    @Override
    public Optional<Customer> customer(CustomerId customerId, ShopFilter shops) {
        return Customer.of(customerId, invoicesOf(customerId, shops));
    }

    @Override
    public Optional<InvoicePage> invoices(CustomerId customerId, InvoiceSelection selection) {
        return InvoicePage.of(invoicesOf(customerId, selection.shops()), selection);
    }

    private List<CustomerInvoice> invoicesOf(CustomerId customerId, ShopFilter shops) {
        return invoices.values().stream()
                .flatMap(lines -> Purchase.ofLines(lines.values()))
                .filter(purchase -> purchase.customerId().equals(customerId))
                .flatMap(CustomerInvoice::of)
                .filter(invoice -> shops.takes(invoice.shop()))
                .toList();
    }
}
