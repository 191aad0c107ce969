package io.tillstream.consumers.invoices;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.invoicestore.InvoiceWriter;
import io.tillstream.invoicestore.RefusedLine;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.identity.TransactionHashing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores what one shard delivers, without waiting for more. */
final class InvoicesShard implements ShardSink {

    /** No record holds as many rows. */
    private static final long FAR = 1L << 62;

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
            List<TransactionLine> lines = taken.stream()
                    .map(StreamLine::line)
                    .map(TransactionLine.class::cast)
                    .toList();
            writer.add(lines, this::keep).forEach(this::refuse);
            taken.clear();
        }
        Optional<Position> durable = Optional.ofNullable(end);
        end = null;
        return durable;
    }

    /** At every position where it was delivered, because each of them is checkpointed. */
    private void refuse(RefusedLine refused) {
        taken.stream()
                .filter(line -> line.line().equals(refused.line()))
                .forEach(line -> refusals.refuse(line, refused.reason()));
    }

    /**
     * The position of the line that replaces it, since its own position is no longer known. The writer
     * calls it from several threads.
     */
    private void keep(TransactionLine replaced, TransactionLine by) {
        StreamLine place = taken.stream()
                .filter(line -> line.line().equals(by))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No line was delivered that equals " + by));
        StreamLine letter = new StreamLine(
                besides(place.position(), replaced), place.arrival(), replaced, new LineCodec().encode(replaced));
        refusals.refuse(letter, RefusedLine.OTHER_VERSION_REASON);
    }

    /** Letters are named after places: one that nothing is delivered at, and the same for the same line. */
    private static Position besides(Position place, TransactionLine replaced) {
        long content = TransactionHashing.versionOf(replaced).content().high();
        return new Position(place.sequence(), Long.MAX_VALUE & (content | FAR));
    }
}
