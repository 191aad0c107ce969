package io.tillstream.consumers.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.deliver.StopSignal;
import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.SampleBatches;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.SampleLines;
import io.tillstream.model.codec.LineCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

class ShardProcessorTests {

    private final BufferingSink sink = new BufferingSink();
    private final List<String> deadLetters = new ArrayList<>();
    private final StopSignal stop = new StopSignal();
    private final RecordProcessorCheckpointer checkpointer = mock(RecordProcessorCheckpointer.class);
    private final ShardProcessor processor = new ShardProcessor(new Deliveries(
            sink, (sinkName, shard, poison) -> deadLetters.add(poison.reason()), stop, new SimpleMeterRegistry()));

    @BeforeEach
    void initialize() {
        processor.initialize(
                InitializationInput.builder().shardId("shardId-000000000000").build());
    }

    @Test
    void checkpointsNothingThatIsOnlyHeld() throws Exception {
        process(line(1), line(2));
        verify(checkpointer, never()).checkpoint(anyString(), anyLong());
        verify(checkpointer, never()).checkpoint();
    }

    @Test
    void checkpointsTheStoredPlaceExplicitly() throws Exception {
        sink.storesAtOnce = true;
        process(line(1), line(2));
        verify(checkpointer).checkpoint("2", 0);
        verify(checkpointer, never()).checkpoint();
    }

    @Test
    void deadLettersALineThatTheStoreRefusesBeforeItsCheckpoint() throws Exception {
        sink.storesAtOnce = true;
        sink.refuses = "too wide";
        process(line(1));
        assertThat(deadLetters).containsExactly("too wide");
        verify(checkpointer).checkpoint("1", 0);
    }

    @Test
    void goesOnWhenKclRefusesACheckpoint() throws Exception {
        sink.storesAtOnce = true;
        doThrow(IllegalArgumentException.class).when(checkpointer).checkpoint("1", 0);
        process(line(1));
        process(line(2));
        assertThat(sink.stored).hasSize(2);
        verify(checkpointer).checkpoint("2", 0);
    }

    @Test
    void triesAgainUntilTheSinkStoresAndNeverThrows() throws Exception {
        sink.storesAtOnce = true;
        sink.failuresLeft = 2;
        process(line(1));
        assertThat(sink.stored).hasSize(1);
        verify(checkpointer).checkpoint("1", 0);
    }

    @Test
    void deadLettersWhatIsNoLineBeforeCheckpointingPastIt() throws Exception {
        sink.storesAtOnce = true;
        process(line(1), kinesisRecord(2, "no line"));
        assertThat(deadLetters).hasSize(1);
        verify(checkpointer).checkpoint("2", 0);
    }

    @Test
    void leavesTheRestToTheNextWorkerWhenStoppedWhileTheSinkIsOut() throws Exception {
        sink.storesAtOnce = true;
        sink.failuresLeft = Integer.MAX_VALUE;
        stop.give();
        process(line(1));
        sink.failuresLeft = 0;
        process(line(2));
        assertThat(sink.stored).isEmpty();
        verify(checkpointer, never()).checkpoint(anyString(), anyLong());
    }

    @Test
    void drainsBeforeItSaysThatTheShardHasEnded() throws Exception {
        process(line(1));
        processor.shardEnded(
                ShardEndedInput.builder().checkpointer(checkpointer).build());
        assertThat(sink.stored).hasSize(1);
        verify(checkpointer).checkpoint();
    }

    @Test
    void drainsAndCheckpointsWhenAskedToShutDown() throws Exception {
        process(line(1));
        processor.shutdownRequested(
                ShutdownRequestedInput.builder().checkpointer(checkpointer).build());
        assertThat(sink.stored).hasSize(1);
        verify(checkpointer).checkpoint("1", 0);
    }

    @Test
    void storesNothingMoreAfterTheLeaseIsLost() throws Exception {
        process(line(1));
        processor.leaseLost(LeaseLostInput.builder().build());
        processor.shutdownRequested(
                ShutdownRequestedInput.builder().checkpointer(checkpointer).build());
        assertThat(sink.stored).isEmpty();
        verify(checkpointer, never()).checkpoint(anyString(), anyLong());
    }

    @Test
    void survivesACheckpointThatComesTooLate() throws Exception {
        sink.storesAtOnce = true;
        doThrow(new ShutdownException("lease lost")).when(checkpointer).checkpoint(anyString(), anyLong());
        process(line(1));
        assertThat(sink.stored).hasSize(1);
    }

    private void process(KinesisClientRecord... records) {
        processor.processRecords(ProcessRecordsInput.builder()
                .records(List.of(records))
                .checkpointer(checkpointer)
                .build());
    }

    private static KinesisClientRecord line(long sequence) {
        byte[] wire = new LineCodec().encode(SampleLines.line("536365", "85123A", Long.toString(sequence)));
        return kinesisRecord(sequence, new String(wire, StandardCharsets.UTF_8));
    }

    private static KinesisClientRecord kinesisRecord(long sequence, String data) {
        return KinesisClientRecord.builder()
                .sequenceNumber(Long.toString(sequence))
                .approximateArrivalTimestamp(Instant.parse("2026-03-01T12:34:56Z"))
                .data(ByteBuffer.wrap(data.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static final class BufferingSink implements Sink, ShardSink {
        private final List<StreamLine> held = new ArrayList<>();
        private final List<StreamLine> stored = new ArrayList<>();
        private @Nullable Position end;
        private boolean storesAtOnce;
        private int failuresLeft;
        private @Nullable String refuses;
        private Refusals refusals = SampleBatches.NOTHING_REFUSED;

        @Override
        public String name() {
            return "test";
        }

        @Override
        public ShardSink open(String shardId, Refusals refusals) {
            this.refusals = refusals;
            return this;
        }

        @Override
        public void take(StreamBatch batch) {
            held.addAll(batch.lines());
            end = batch.end();
        }

        @Override
        public Optional<Position> store(Flush flush) {
            if (failuresLeft-- > 0) {
                throw new IllegalStateException("The sink is out");
            }
            if (flush == Flush.DUE && !storesAtOnce) {
                return Optional.empty();
            }
            for (StreamLine line : held) {
                if (refuses == null) {
                    stored.add(line);
                } else {
                    refusals.refuse(line, refuses);
                }
            }
            held.clear();
            return Optional.ofNullable(end);
        }
    }
}
