package io.tillstream.consumers.shard;

import static io.tillstream.consumers.shard.SampleRecords.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.watch.SinkWatch;
import io.tillstream.model.codec.TransactionColumns;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import software.amazon.kinesis.leases.Lease;
import software.amazon.kinesis.leases.exceptions.DependencyException;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;

class LiveShardsTests {

    private static final Duration AMPLE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final BufferingSink sink = new BufferingSink();
    private final HeldLease lease = new HeldLease();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RecordProcessorCheckpointer checkpointer = mock(RecordProcessorCheckpointer.class);
    private final LiveShards shards = new LiveShards(
            new Deliveries(sink, (sinkName, shard, poison) -> {}, registry, Clock.systemUTC()),
            lease.leases,
            new SinkWatch(sink, Duration.ofMinutes(5), Duration.ofMinutes(2), Clock.systemUTC(), registry),
            registry.counter("checkpoint.failures"));

    @Test
    void freesALeaseOnlyWhenItsShardIsStoredAndCheckpointed() throws Exception {
        ShardProcessor processor = begun();
        processor.processRecords(SampleRecords.input(checkpointer, line(1)));
        shards.drainAndRelease(AMPLE);
        assertThat(sink.stored).hasSize(1);
        InOrder order = inOrder(checkpointer, lease.coordinator, lease.table);
        order.verify(checkpointer).checkpoint("1", 0);
        order.verify(lease.coordinator).dropLease(any());
        order.verify(lease.table).evictLease(any());
    }

    @Test
    void freesALeaseOfWhichNothingWasReadYet() throws Exception {
        begun();
        shards.drainAndRelease(AMPLE);
        verify(lease.table).evictLease(any());
    }

    @Test
    void leavesToTheNextWorkerWhatCannotBeStoredInTime() throws Exception {
        sink.beforeStoring = () -> {
            throw new IllegalStateException("The sink is out");
        };
        ShardProcessor processor = begun();
        Thread kcl =
                Thread.ofPlatform().start(() -> processor.processRecords(SampleRecords.input(checkpointer, line(1))));
        shards.drainAndRelease(SHORT);
        kcl.join();
        assertThat(sink.stored).isEmpty();
        verify(checkpointer, never()).checkpoint(anyString(), anyLong());
        verify(lease.table).evictLease(any());
    }

    @Test
    void beginsNothingOnceItIsHandedOver() {
        sink.storesAtOnce = true;
        shards.drainAndRelease(AMPLE);
        begun().processRecords(SampleRecords.input(checkpointer, line(1)));
        assertThat(sink.stored).isEmpty();
    }

    @Test
    void lettingALeaseRunOutIsEnoughWhenItCannotBeFreed() throws Exception {
        doThrow(new DependencyException(new IllegalStateException("out")))
                .when(lease.table)
                .evictLease(any());
        begun();
        shards.drainAndRelease(AMPLE);
        verify(lease.coordinator).dropLease(any());
    }

    @Test
    void freesWhatElseIsThisWorkersAndNothingOfOthers() throws Exception {
        Lease mine = leaseOf("me");
        Lease other = leaseOf("other");
        Lease nobodys = leaseOf(null);
        when(lease.table.listLeases()).thenReturn(List.of(mine, other, nobodys));
        lease.leases.releaseRest();
        verify(lease.table).evictLease(mine);
        verify(lease.table, never()).evictLease(other);
        verify(lease.table, never()).evictLease(nobodys);
    }

    private static Lease leaseOf(@Nullable String owner) {
        Lease lease = new Lease();
        lease.leaseKey("of " + owner);
        lease.leaseOwner(owner);
        return lease;
    }

    private ShardProcessor begun() {
        ShardProcessor processor = new ShardProcessor(shards, TransactionColumns.WIRE);
        processor.initialize(SampleRecords.initialization());
        return processor;
    }
}
