package io.tillstream.campaign;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** A stream's shards: which there are, and how to change them. */
final class Shards {

    private final KinesisClient kinesis;
    private final String stream;

    Shards(KinesisClient kinesis, String stream) {
        this.kinesis = kinesis;
        this.stream = stream;
    }

    /** In the order of their ranges. */
    List<Shard> open() {
        return all().stream()
                .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() == null)
                .sorted(Comparator.comparing(Shards::first))
                .toList();
    }

    void split(RandomGenerator random) {
        List<Shard> open = open();
        Shard chosen = open.get(random.nextInt(open.size()));
        BigInteger middle = first(chosen).add(last(chosen)).shiftRight(1);
        kinesis.splitShard(
                split -> split.streamName(stream).shardToSplit(chosen.shardId()).newStartingHashKey(middle.toString()));
        awaitActive();
    }

    void merge(RandomGenerator random) {
        List<Shard> open = open();
        int chosen = random.nextInt(open.size() - 1);
        kinesis.mergeShards(merge -> merge.streamName(stream)
                .shardToMerge(open.get(chosen).shardId())
                .adjacentShardToMerge(open.get(chosen + 1).shardId()));
        awaitActive();
    }

    /**
     * Whether a line lies in two shards because one sending went, by a sender's stale map of the shards, to where the
     * line does not belong. When the shards did not come from one another, neither knows of the other's lines.
     */
    boolean strayed(List<Found> copies) {
        Found one = copies.getFirst();
        Found other = copies.getLast();
        return copies.size() == 2
                && !(isAtHome(one) && isAtHome(other))
                && !lineageOf(one.shard()).contains(other.shard())
                && !lineageOf(other.shard()).contains(one.shard());
    }

    private boolean isAtHome(Found found) {
        BigInteger hash = KplAggregate.hashOf(found.row().partitionKey());
        return all().stream()
                .filter(shard -> shard.shardId().equals(found.shard()))
                .anyMatch(shard ->
                        first(shard).compareTo(hash) <= 0 && last(shard).compareTo(hash) >= 0);
    }

    private Set<String> lineageOf(String shardId) {
        Map<String, Shard> byId = all().stream().collect(Collectors.toMap(Shard::shardId, Function.identity()));
        Set<String> lineage = new HashSet<>();
        addLineage(shardId, byId, lineage);
        return lineage;
    }

    private static void addLineage(String shardId, Map<String, Shard> byId, Set<String> lineage) {
        if (lineage.add(shardId) && byId.containsKey(shardId)) {
            Shard shard = byId.get(shardId);
            Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
                    .filter(Objects::nonNull)
                    .forEach(parent -> addLineage(parent, byId, lineage));
        }
    }

    private List<Shard> all() {
        return kinesis.listShards(list -> list.streamName(stream)).shards();
    }

    private void awaitActive() {
        kinesis.waiter().waitUntilStreamExists(describe -> describe.streamName(stream));
    }

    private static BigInteger first(Shard shard) {
        return new BigInteger(shard.hashKeyRange().startingHashKey());
    }

    private static BigInteger last(Shard shard) {
        return new BigInteger(shard.hashKeyRange().endingHashKey());
    }
}
