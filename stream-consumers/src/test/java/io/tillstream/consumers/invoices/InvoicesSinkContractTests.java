package io.tillstream.consumers.invoices;

import io.tillstream.consumers.sink.SampleRecords;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.SinkContract;
import io.tillstream.invoicestore.InMemoryInvoiceStore;
import io.tillstream.invoicestore.InvoiceWriter;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.feed.TransactionFeed;
import java.util.List;

class InvoicesSinkContractTests implements SinkContract {

    private final InMemoryInvoiceStore store = new InMemoryInvoiceStore();
    private boolean out;

    @Override
    public Sink sink() {
        return new InvoicesSink(
                new TransactionFeed(), (lines, replaced) -> reachable().add(lines, replaced));
    }

    @Override
    public List<TransactionLine> stored() {
        return SampleRecords.INVOICES.stream()
                .flatMap(number -> store.invoices(number).stream())
                .flatMap(invoice -> invoice.lines().stream())
                .toList();
    }

    @Override
    public void storeFails(boolean fails) {
        out = fails;
    }

    private InvoiceWriter reachable() {
        if (out) {
            throw new IllegalStateException("DynamoDB is out");
        }
        return store;
    }
}
