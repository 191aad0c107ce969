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
    public Optional<Invoice> invoice(InvoiceNumber invoiceNo) {
        return Invoice.of(invoices.getOrDefault(invoiceNo, Map.of()).values());
    }

    @Override
    public Optional<Customer> customer(CustomerId customerId) {
        return Customer.of(customerId, purchasesOf(customerId));
    }

    @Override
    public Optional<InvoicePage> invoices(CustomerId customerId, InvoiceSelection selection) {
        return InvoicePage.of(purchasesOf(customerId), selection);
    }

    private List<Purchase> purchasesOf(CustomerId customerId) {
        return invoices.values().stream()
                .flatMap(lines -> Purchase.ofLines(lines.values()))
                .filter(purchase -> purchase.customerId().equals(customerId))
                .toList();
    }
}
