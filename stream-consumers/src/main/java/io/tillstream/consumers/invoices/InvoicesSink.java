package io.tillstream.consumers.invoices;

import io.tillstream.consumers.lookups.LookupShard;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.invoicestore.InvoiceWriter;
import io.tillstream.invoicestore.RefusedLine;
import io.tillstream.model.FeedLine;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.feed.Feed;
import java.util.stream.Stream;

/**
 * Adds every line of transactions to its invoice; lines of one batch are added together. Exact under redelivery because the writer is.
 */
final class InvoicesSink implements Sink {

    static final String NAME = "invoices";

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
        return NAME;
    }

    @Override
    public ShardSink open(String shardId, Refusals refusals) {
        return new LookupShard(feed, this::add, refusals);
    }

    private Stream<LookupShard.Refused> add(Stream<FeedLine> lines, LookupShard.Replaced replaced) {
        return writer
                .add(
                        lines.map(TransactionLine.class::cast).toList(),
                        (line, by) -> replaced.keep(line, by, RefusedLine.OTHER_VERSION_REASON))
                .stream()
                .map(refused -> new LookupShard.Refused(refused.line(), refused.reason()));
    }
}
