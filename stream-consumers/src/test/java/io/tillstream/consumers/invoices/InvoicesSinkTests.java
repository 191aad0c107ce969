package io.tillstream.consumers.invoices;

import static io.tillstream.consumers.sink.SampleBatches.NOTHING_REFUSED;
import static io.tillstream.consumers.sink.SampleBatches.again;
import static io.tillstream.consumers.sink.SampleBatches.batch;
import static io.tillstream.consumers.sink.SampleBatches.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.SampleBatches;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.invoicestore.InMemoryInvoiceStore;
import io.tillstream.invoicestore.InvoiceWriter;
import io.tillstream.invoicestore.RefusedLine;
import io.tillstream.invoicestore.ReplacedLines;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.feed.TransactionFeed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoicesSinkTests {

    private final InMemoryInvoiceStore store = new InMemoryInvoiceStore();
    private boolean out;
    private final InvoiceWriter writer = (lines, replaced) -> {
        if (out) {
            throw new IllegalStateException("DynamoDB is out");
        }
        return store.add(lines, replaced);
    };
    private final ShardSink shard = open(writer, NOTHING_REFUSED);

    @Test
    void storesEachBatchAtOnceAndSaysSo() {
        shard.take(batch(1, 3));
        assertThat(shard.store(Flush.DUE)).contains(at(3));
        assertThat(storedLines()).isEqualTo(3);
    }

    @Test
    void keepsABatchThatCouldNotBeStored() {
        shard.take(batch(1, 3));
        out = true;
        assertThatThrownBy(() -> shard.store(Flush.DUE)).isInstanceOf(IllegalStateException.class);
        out = false;
        assertThat(shard.store(Flush.DUE)).contains(at(3));
        assertThat(storedLines()).isEqualTo(3);
    }

    @Test
    void passesADeadLetterWithoutWriting() {
        out = true;
        shard.take(new StreamBatch(List.of(), at(9)));
        assertThat(shard.store(Flush.DUE)).contains(at(9));
    }

    @Test
    void saysNothingWhenNothingCame() {
        assertThat(shard.store(Flush.ALL)).isEmpty();
    }

    @Test
    void refusesWhatTheStoreNeverTakesWhereverItWasDeliveredAndGoesOn() {
        List<String> refused = new ArrayList<>();
        ShardSink shard = open(this::allButTheSecond, (line, reason) -> refused.add(line.position() + ": " + reason));
        shard.take(batch(1, 3));
        shard.take(again(batch(2, 2), 4, SampleBatches.ARRIVAL));
        assertThat(shard.store(Flush.DUE)).contains(at(4));
        assertThat(refused).containsExactly(at(2) + ": It is too large", at(4) + ": It is too large");
        assertThat(storedLines()).isEqualTo(2);
    }

    @Test
    void doesNotGoOnBeforeTheRefusedLineIsKept() {
        List<Boolean> keeps = new ArrayList<>(List.of(false, true));
        ShardSink shard = open(this::allButTheSecond, (line, reason) -> {
            if (!keeps.removeFirst()) {
                throw new IllegalStateException("S3 is out");
            }
        });
        shard.take(batch(1, 3));
        assertThatThrownBy(() -> shard.store(Flush.DUE)).isInstanceOf(IllegalStateException.class);
        assertThat(shard.store(Flush.DUE)).contains(at(3));
        assertThat(keeps).isEmpty();
    }

    @Test
    void keepsAsideTheVersionThatDoesNotCountWhicheverCameFirst() {
        List<String> kept = new ArrayList<>();
        ShardSink shard =
                open(writer, (line, reason) -> kept.add(((TransactionLine) line.line()).quantity() + " " + reason));
        TransactionLine first = SampleLines.line("536365", "85123A", "till-1", "17850", 6, "2.55");
        TransactionLine later = new TransactionLine(
                SampleLines.line("536365", "85123A", "till-1", "17850", 7, "2.55")
                        .content(),
                first.lineId(),
                first.receivedAt().plusMillis(1));

        shard.take(new StreamBatch(List.of(delivered(later, 1)), at(1)));
        shard.store(Flush.DUE);
        shard.take(new StreamBatch(List.of(delivered(first, 2)), at(2)));
        assertThat(shard.store(Flush.DUE)).contains(at(2));
        shard.take(new StreamBatch(List.of(delivered(later, 3)), at(3)));
        assertThat(shard.store(Flush.DUE)).contains(at(3));

        assertThat(kept).hasSize(2).allMatch(letter -> letter.startsWith("7 other_version"));
        assertThat(store.invoices(first.invoiceNo()).getFirst().lines()).containsExactly(first);
    }

    private static StreamLine delivered(TransactionLine line, long sequence) {
        return new StreamLine(at(sequence), SampleBatches.ARRIVAL, line, new byte[0]);
    }

    private List<RefusedLine> allButTheSecond(Collection<TransactionLine> lines, ReplacedLines replaced) {
        RefusedLine refused =
                new RefusedLine((TransactionLine) line(2).line(), RefusedLine.Cause.UNSTORABLE, "It is too large");
        store.add(lines.stream().filter(line -> !line.equals(refused.line())).toList());
        return List.of(refused);
    }

    private static ShardSink open(InvoiceWriter writer, Refusals refusals) {
        return new InvoicesSink(new TransactionFeed(), writer).open("shardId-000000000000", refusals);
    }

    private static Position at(long sequence) {
        return Position.of(Long.toString(sequence), 0);
    }

    private int storedLines() {
        return store.invoices(new InvoiceNumber("536365")).getFirst().lines().size();
    }
}
