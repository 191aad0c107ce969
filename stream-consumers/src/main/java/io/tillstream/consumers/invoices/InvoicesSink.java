package io.tillstream.consumers.invoices;

import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.invoicestore.InvoiceWriter;

/**
 * Adds every line to its invoice; lines of one batch are added together. Exact under redelivery because the writer is.
 */
final class InvoicesSink implements Sink {

    private final InvoiceWriter writer;

    InvoicesSink(InvoiceWriter writer) {
        this.writer = writer;
    }

    @Override
    public String name() {
        return "invoices";
    }

    @Override
    public ShardSink open(String shardId, Refusals refusals) {
        return new InvoicesShard(writer, refusals);
    }
}
