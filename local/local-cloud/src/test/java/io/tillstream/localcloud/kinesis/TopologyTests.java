package io.tillstream.localcloud.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.localcloud.protocol.AwsError;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopologyTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 200)
    void openShardsCoverEveryKeyOnce(@ForAll @IntRange(min = 1, max = 9) int count, @ForAll long seed) {
        Random random = new Random(seed);
        Topology topology = Topology.even(count, NOW);
        for (int step = 0; step < 12; step++) {
            topology = changed(topology, random);
            assertCovers(topology);
        }
    }

    @Property(tries = 100)
    void resizingMakesEqualShards(
            @ForAll @IntRange(min = 1, max = 20) int from, @ForAll @IntRange(min = 1, max = 20) int to) {
        Topology resized = Topology.even(from, NOW).resized(to, NOW, shard -> 0);
        assertThat(resized.open().stream().map(Shard::range)).isEqualTo(HashRange.even(to));
        assertThat(resized.shards().stream().filter(shard -> shard.isOpenAt(NOW)))
                .as("shards that were open for no time are open at no moment")
                .hasSize(to);
    }

    @Test
    void childrenKnowTheirParentsAndParentsTheirChildren() {
        Topology split =
                Topology.even(1, NOW).split(Topology.even(1, NOW).shards().getFirst(), BigInteger.TEN, NOW, shard -> 7);
        Topology merged = split.merge(split.shards().get(1), split.shards().get(2), NOW, shard -> 9);

        assertThat(merged.childrenOf(new ShardId(0)).stream().map(Shard::number))
                .containsExactly(1, 2);
        assertThat(merged.childrenOf(new ShardId(2)).stream().map(Shard::number))
                .containsExactly(3);
        assertThat(ShardReply.parentsOf(merged.shards().get(3)))
                .containsExactly("shardId-000000000001", "shardId-000000000002");
        assertThat(merged.shards().getFirst().closing()).isEqualTo(new Shard.Closing(NOW, 7));
    }

    @Test
    void refusesWhatCannotBeSplitOrMerged() {
        Topology topology = Topology.even(3, NOW);
        List<Shard> shards = topology.shards();
        assertThatThrownBy(() -> topology.merge(shards.get(0), shards.get(2), NOW, shard -> 0))
                .isInstanceOf(AwsError.class);
        assertThatThrownBy(() -> topology.split(shards.get(0), BigInteger.ZERO, NOW, shard -> 0))
                .isInstanceOf(AwsError.class);
    }

    private static Topology changed(Topology topology, Random random) {
        List<Shard> open = topology.open();
        int at = random.nextInt(open.size());
        if (random.nextBoolean() && at + 1 < open.size()) {
            return topology.merge(open.get(at), open.get(at + 1), NOW, shard -> 0);
        }
        HashRange range = open.get(at).range();
        BigInteger width = range.end().subtract(range.start());
        BigInteger key = range.start().add(BigInteger.ONE).add(new BigInteger(128, random).mod(width));
        return topology.split(open.get(at), key, NOW, shard -> 0);
    }

    private static void assertCovers(Topology topology) {
        BigInteger next = BigInteger.ZERO;
        for (Shard shard : topology.open()) {
            assertThat(shard.range().start()).isEqualTo(next);
            next = shard.range().end().add(BigInteger.ONE);
        }
        assertThat(next).isEqualTo(HashRange.SPACE);
    }
}
