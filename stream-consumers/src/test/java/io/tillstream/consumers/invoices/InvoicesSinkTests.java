package io.tillstream.consumers.invoices;

import static io.tillstream.consumers.sink.SampleBatches.NOTHING_REFUSED;
import static io.tillstream.consumers.sink.SampleBatches.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.invoicestore.InMemoryInvoiceStore;
import io.tillstream.invoicestore.InvoiceWriter;
import io.tillstream.model.InvoiceNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoicesSinkTests {

    private final InMemoryInvoiceStore store = new InMemoryInvoiceStore();
    private boolean out;
    private final InvoiceWriter writer = lines -> {
        if (out) {
            throw new IllegalStateException("DynamoDB is out");
        }
        store.add(lines);
    };
    private final ShardSink shard = new InvoicesSink(writer).open("shardId-000000000000", NOTHING_REFUSED);

    @Test
    void storesEachBatchAtOnceAndSaysSo() {
        shard.take(batch(1, 3));
        assertThat(shard.store(Flush.DUE)).contains(Position.of("3", 0));
        assertThat(storedLines()).isEqualTo(3);
    }

    @Test
    void keepsABatchThatCouldNotBeStored() {
        shard.take(batch(1, 3));
        out = true;
        assertThatThrownBy(() -> shard.store(Flush.DUE)).isInstanceOf(IllegalStateException.class);
        out = false;
        assertThat(shard.store(Flush.DUE)).contains(Position.of("3", 0));
        assertThat(storedLines()).isEqualTo(3);
    }

    @Test
    void passesADeadLetterWithoutWriting() {
        out = true;
        shard.take(new StreamBatch(List.of(), Position.of("9", 0)));
        assertThat(shard.store(Flush.DUE)).contains(Position.of("9", 0));
    }

    @Test
    void saysNothingWhenNothingCame() {
        assertThat(shard.store(Flush.ALL)).isEmpty();
    }

    private int storedLines() {
        return store.invoice(new InvoiceNumber("536365")).orElseThrow().lines().size();
    }
}
