package io.tillstream.ingest.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The open shards of a stream at a moment, in the order of their ranges, which leave no gap and do not overlap. */
record ShardMap(List<Shard> shards) {

    /** A shard and the hash keys that it takes, both ends included. */
    record Shard(String id, HashKey first, HashKey last) {}

    /** The map of the shards; empty when they do not share all hash keys among them, as in a list torn by a split. */
    static Optional<ShardMap> of(List<Shard> shards) {
        List<Shard> sorted =
                shards.stream().sorted(Comparator.comparing(Shard::first)).toList();
        HashKey expected = HashKey.LEAST;
        for (Shard shard : sorted) {
            if (!shard.first().equals(expected)) {
                return Optional.empty();
            }
            expected = shard.last().next();
        }
        boolean whole = !sorted.isEmpty() && sorted.getLast().last().equals(HashKey.MOST);
        return whole ? Optional.of(new ShardMap(sorted)) : Optional.empty();
    }

    /** Whether the shard is known to take other keys only; of a shard that is not on the map, nothing is known. */
    boolean contradicts(String shard, HashKey key) {
        Shard belongs = shards.get(indexOf(key));
        return !belongs.id().equals(shard)
                && shards.stream().anyMatch(known -> known.id().equals(shard));
    }

    /** Which shard takes the key. */
    int indexOf(HashKey key) {
        int from = 0;
        int to = shards.size() - 1;
        while (from < to) {
            int middle = (from + to + 1) >>> 1;
            if (shards.get(middle).first().compareTo(key) <= 0) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        return from;
    }
}
