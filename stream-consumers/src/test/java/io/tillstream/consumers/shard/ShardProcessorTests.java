package io.tillstream.consumers.shard;

import static io.tillstream.consumers.shard.SampleRecords.kinesisRecord;
import static io.tillstream.consumers.shard.SampleRecords.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.watch.SinkWatch;
import io.tillstream.model.codec.TransactionColumns;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.KinesisClientLibDependencyException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.exceptions.ThrottlingException;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

class ShardProcessorTests {

    private final BufferingSink sink = new BufferingSink();
    private final List<String> deadLetters = new ArrayList<>();
    private final RecordProcessorCheckpointer checkpointer = mock(RecordProcessorCheckpointer.class);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final HeldLease lease = new HeldLease();
    private final LiveShards shards = new LiveShards(
            new Deliveries(
                    sink, (sinkName, shard, poison) -> deadLetters.add(poison.reason()), registry, Clock.systemUTC()),
            lease.leases,
            new SinkWatch(sink, Duration.ofMinutes(5), Duration.ofMinutes(2), Clock.systemUTC(), registry),
            registry.counter("checkpoint.failures"));
    private final ShardProcessor processor = new ShardProcessor(shards, TransactionColumns.WIRE);

    @BeforeEach
    void initialize() {
        processor.initialize(SampleRecords.initialization());
    }

    @Test
    void checkpointsNothingThatIsOnlyHeld() throws Exception {
        process(line(1), line(2));
        verifyNothingIsCheckpointed();
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
    void deadLettersWhatIsNoLineBeforeCheckpointingPastIt() throws Exception {
        sink.storesAtOnce = true;
        process(line(1), kinesisRecord(2, "no line"));
        assertThat(deadLetters).hasSize(1);
        verify(checkpointer).checkpoint("2", 0);
    }

    @Test
    void triesAgainUntilTheSinkStoresAndNeverThrows() throws Exception {
        sink.storesAtOnce = true;
        sink.beforeStoring = failing(2);
        process(line(1));
        assertThat(sink.stored).hasSize(1);
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

    @ParameterizedTest
    @ValueSource(
            classes = {ThrottlingException.class, KinesisClientLibDependencyException.class, InvalidStateException.class
            })
    void writesACheckpointAgainThatFailed(Class<? extends Exception> failure) throws Exception {
        sink.storesAtOnce = true;
        doThrow(failure).doThrow(failure).doNothing().when(checkpointer).checkpoint("1", 0);
        process(line(1));
        process();
        process();
        process();
        verify(checkpointer, times(3)).checkpoint("1", 0);
        assertThat(registry.get("checkpoint.failures").counter().count()).isEqualTo(2);
        assertThat(sink.stored).hasSize(1);
    }

    @Test
    void drainsBeforeItSaysThatTheShardHasEnded() throws Exception {
        process(line(1));
        endShard();
        assertThat(sink.stored).hasSize(1);
        verify(checkpointer).checkpoint();
        assertThat(changes("ended")).isEqualTo(1);
    }

    @Test
    void saysAgainThatTheShardHasEndedWhenTheCheckpointFailed() throws Exception {
        doThrow(ThrottlingException.class).doNothing().when(checkpointer).checkpoint();
        process(line(1));
        endShard();
        assertThat(changes("ended")).isZero();
        endShard();
        assertThat(changes("ended")).isEqualTo(1);
        verify(checkpointer, times(2)).checkpoint();
    }

    @Test
    void drainsAndCheckpointsAtAHandOverAndTakesNothingAfterIt() throws Exception {
        process(line(1));
        processor.shutdownRequested(
                ShutdownRequestedInput.builder().checkpointer(checkpointer).build());
        assertThat(sink.stored).hasSize(1);
        verify(checkpointer).checkpoint("1", 0);
        process(line(2));
        processor.drain();
        assertThat(sink.stored).hasSize(1);
        assertThat(changes("handed-over")).isEqualTo(1);
    }

    @Test
    void storesNothingMoreAfterTheLeaseIsLost() throws Exception {
        process(line(1));
        processor.leaseLost(LeaseLostInput.builder().build());
        processor.drain();
        assertThat(sink.stored).isEmpty();
        verifyNothingIsCheckpointed();
        assertThat(changes("lost")).isEqualTo(1);
    }

    @Test
    void stopsBetweenAttemptsWhenTheLeaseIsLost() throws Exception {
        sink.storesAtOnce = true;
        List<String> attempts = new ArrayList<>();
        sink.beforeStoring = () -> {
            attempts.add("attempt");
            lease.lose();
            throw new IllegalStateException("The sink is out");
        };
        process(line(1));
        process(line(2));
        assertThat(attempts).hasSize(1);
        assertThat(sink.stored).isEmpty();
        verifyNothingIsCheckpointed();
    }

    @Test
    void doesNothingMoreWhenItWakesUpPastItsLease() throws Exception {
        sink.storesAtOnce = true;
        lease.lose();
        process(line(1), kinesisRecord(2, "no line"));
        assertThat(sink.stored).isEmpty();
        assertThat(deadLetters).isEmpty();
        verifyNothingIsCheckpointed();
    }

    @Test
    void doesNothingMoreWhenTheLeaseWasLostAndRegained() throws Exception {
        sink.storesAtOnce = true;
        lease.loseAndRegain();
        process(line(1));
        assertThat(sink.stored).isEmpty();
        verifyNothingIsCheckpointed();
    }

    @Test
    void interruptsAStepThatDoesNotEndWhenTheLeaseIsLost() throws Exception {
        sink.storesAtOnce = true;
        CountDownLatch inTheStep = new CountDownLatch(1);
        sink.beforeStoring = () -> {
            inTheStep.countDown();
            awaitInterruption();
        };
        Thread kcl = Thread.ofPlatform().start(() -> process(line(1)));
        assertThat(inTheStep.await(1, TimeUnit.MINUTES)).isTrue();
        shards.stopLost();
        assertThat(kcl.isAlive()).isTrue();
        lease.lose();
        shards.stopLost();
        kcl.join();
        assertThat(sink.stored).isEmpty();
        verifyNothingIsCheckpointed();
    }

    @Test
    void takesNothingMoreAfterACheckpointThatComesTooLate() throws Exception {
        sink.storesAtOnce = true;
        doThrow(new ShutdownException("lease lost")).when(checkpointer).checkpoint(anyString(), anyLong());
        process(line(1));
        doNothing().when(checkpointer).checkpoint(anyString(), anyLong());
        process(line(2));
        assertThat(sink.stored).hasSize(1);
        assertThat(changes("lost")).isEqualTo(1);
    }

    private void process(KinesisClientRecord... records) {
        processor.processRecords(SampleRecords.input(checkpointer, records));
    }

    private void endShard() {
        processor.shardEnded(
                ShardEndedInput.builder().checkpointer(checkpointer).build());
    }

    private double changes(String change) {
        return registry.get("tillstream.consumer.leases")
                .tag("change", change)
                .counter()
                .count();
    }

    private void verifyNothingIsCheckpointed() throws Exception {
        verify(checkpointer, never()).checkpoint(anyString(), anyLong());
        verify(checkpointer, never()).checkpoint();
    }

    private static Runnable failing(int attempts) {
        int[] left = {attempts};
        return () -> {
            if (left[0]-- > 0) {
                throw new IllegalStateException("The sink is out");
            }
        };
    }

    private static void awaitInterruption() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}
