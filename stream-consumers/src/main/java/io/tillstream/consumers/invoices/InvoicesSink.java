package io.tillstream.consumers.invoices;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.invoicestore.InvoiceWriter;
import io.tillstream.model.TransactionLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds every line to its invoice, a batch at a time. Exact under redelivery because the writer is. */
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
        return new Shard();
    }

    private final class Shard implements ShardSink {
        private final List<TransactionLine> taken = new ArrayList<>();
        private @Nullable Position end;

        @Override
        public void take(StreamBatch batch) {
            batch.lines().stream().map(StreamLine::line).forEach(taken::add);
            end = batch.end();
        }

        @Override
        public Optional<Position> store(Flush flush) {
            if (!taken.isEmpty()) {
                writer.add(taken);
                taken.clear();
            }
            Optional<Position> durable = Optional.ofNullable(end);
            end = null;
            return durable;
        }
    }
}
