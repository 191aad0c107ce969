package io.tillstream.consumers.invoices;

import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.invoicestore.InvoiceWriter;
import io.tillstream.model.feed.Feed;

/**
 * Adds every line of transactions to its invoice; lines of one batch are added together. Exact under redelivery because the writer is.
 */
final class InvoicesSink implements Sink {

    private final Feed feed;
    private final InvoiceWriter writer;

    /** @param feed that of transactions */
    InvoicesSink(Feed feed, InvoiceWriter writer) {
        this.feed = feed;
        this.writer = writer;
    }

    @Override
    public Feed feed() {
        return feed;
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
