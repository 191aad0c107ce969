package io.tillstream.query.lookups;

import io.tillstream.invoicestore.Customer;
import io.tillstream.invoicestore.Invoice;
import io.tillstream.invoicestore.InvoicePage;
import io.tillstream.invoicestore.InvoiceReader;
import io.tillstream.invoicestore.InvoiceSelection;
import io.tillstream.invoicestore.ShopFilter;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.query.deadline.WatchedStore;
import java.util.List;
import java.util.Optional;

/** Looks up within the deadline of the store. */
final class TimedInvoiceReader implements InvoiceReader {

    private final InvoiceReader reader;
    private final WatchedStore store;

    TimedInvoiceReader(InvoiceReader reader, WatchedStore store) {
        this.reader = reader;
        this.store = store;
    }

    @Override
    public List<Invoice> invoices(InvoiceNumber invoiceNo) {
        return store.ask(() -> reader.invoices(invoiceNo));
    }

    @Override
    public Optional<Customer> customer(CustomerId customerId, ShopFilter shops) {
        return store.ask(() -> reader.customer(customerId, shops));
    }

    @Override
    public Optional<InvoicePage> invoices(CustomerId customerId, InvoiceSelection selection) {
        return store.ask(() -> reader.invoices(customerId, selection));
    }
}
