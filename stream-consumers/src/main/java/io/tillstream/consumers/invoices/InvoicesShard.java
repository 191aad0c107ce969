package io.tillstream.consumers.invoices;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.invoicestore.InvoiceWriter;
import io.tillstream.invoicestore.RefusedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores what one shard delivers, without waiting for more. */
final class InvoicesShard implements ShardSink {

    private final InvoiceWriter writer;
    private final Refusals refusals;
    private final List<StreamLine> taken = new ArrayList<>();
    private @Nullable Position end;

    InvoicesShard(InvoiceWriter writer, Refusals refusals) {
        this.writer = writer;
        this.refusals = refusals;
    }

    @Override
    public void take(StreamBatch batch) {
        taken.addAll(batch.lines());
        end = batch.end();
    }

    @Override
    public Optional<Position> store(Flush flush) {
        if (!taken.isEmpty()) {
            writer.add(taken.stream().map(StreamLine::line).toList()).forEach(this::refuse);
            taken.clear();
        }
        Optional<Position> durable = Optional.ofNullable(end);
        end = null;
        return durable;
    }

    /** At every place where it was delivered, for each is checkpointed. */
    private void refuse(RefusedLine refused) {
        taken.stream()
                .filter(line -> line.line().equals(refused.line()))
                .forEach(line -> refusals.refuse(line, refused.reason()));
    }
}
