package io.tillstream.consumers.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilter;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.StreamIdentifier;
import software.amazon.kinesis.leases.HierarchicalShardSyncer;
import software.amazon.kinesis.leases.Lease;
import software.amazon.kinesis.leases.LeaseRefresher;
import software.amazon.kinesis.leases.ShardDetector;
import software.amazon.kinesis.metrics.NullMetricsScope;

/** A stream whose shard 0 was split into 2 and 3, of which 3 and 1 were merged into 4, as an emulator lists it. */
class ShardsAtStartTests {

    private static final String END = "340282366920938463463374607431768211455";

    private final List<Shard> all = List.of(
            shard("0", null, null, "0", "99", true),
            shard("1", null, null, "100", END, true),
            shard("2", "0", null, "0", "49", false),
            shard("3", "0", null, "50", "99", true),
            shard("4", "3", "1", "50", END, false));
    private final ShardDetector emulator = mock(ShardDetector.class);
    private final ShardsAtStart shards = new ShardsAtStart(emulator);

    ShardsAtStartTests() {
        when(emulator.listShardsWithFilter(any())).thenReturn(all);
        when(emulator.streamIdentifier()).thenReturn(StreamIdentifier.singleStreamInstance("transactions"));
    }

    @Test
    void beginWithTheOldestOfEachHashKeyAtTheHorizon() {
        assertThat(listed(ShardFilterType.AT_TRIM_HORIZON)).containsExactly("0", "1");
        assertThat(listed(ShardFilterType.AT_TIMESTAMP)).containsExactly("0", "1");
    }

    @Test
    void beginWithTheYoungestOfEachHashKeyAtTheTip() {
        assertThat(listed(ShardFilterType.AT_LATEST)).containsExactly("2", "4");
    }

    @Test
    void areWhatKinesisSaysWhereItKeepsToItsFilter() {
        when(emulator.listShardsWithFilter(any())).thenReturn(List.of(all.get(2), all.get(3), all.get(1)));

        assertThat(listed(ShardFilterType.AT_TRIM_HORIZON)).containsExactly("2", "3", "1");
    }

    @Test
    void areEnoughForKclToMakeItsFirstLeases() throws Exception {
        LeaseRefresher table = mock(LeaseRefresher.class);
        when(table.isLeaseTableEmpty()).thenReturn(true);
        when(table.listLeases()).thenReturn(List.of());

        new HierarchicalShardSyncer()
                .checkAndCreateLeaseForNewShards(
                        shards,
                        table,
                        InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON),
                        new NullMetricsScope(),
                        false,
                        true);

        ArgumentCaptor<Lease> leases = ArgumentCaptor.forClass(Lease.class);
        verify(table, times(2)).createLeaseIfNotExists(leases.capture());
        assertThat(leases.getAllValues()).extracting(Lease::leaseKey).containsExactlyInAnyOrder("0", "1");
    }

    private List<String> listed(ShardFilterType type) {
        return shards.listShardsWithFilter(ShardFilter.builder().type(type).build()).stream()
                .map(Shard::shardId)
                .toList();
    }

    private static Shard shard(
            String id, @Nullable String parent, @Nullable String adjacent, String from, String to, boolean closed) {
        return Shard.builder()
                .shardId(id)
                .parentShardId(parent)
                .adjacentParentShardId(adjacent)
                .hashKeyRange(range -> range.startingHashKey(from).endingHashKey(to))
                .sequenceNumberRange(
                        range -> range.startingSequenceNumber("1").endingSequenceNumber(closed ? "9" : null))
                .build();
    }
}
