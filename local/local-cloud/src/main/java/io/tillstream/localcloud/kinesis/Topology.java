package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.protocol.AwsError;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The shards of a stream, in the order of their numbers. The open ones cover the hash space, each key once. */
record Topology(List<Shard> shards, int nextNumber) {

    Topology {
        shards = List.copyOf(shards);
    }

    static Topology even(int count, Instant opened) {
        List<HashRange> ranges = HashRange.even(count);
        List<Shard> shards = IntStream.range(0, count)
                .mapToObj(number -> new Shard(number, ranges.get(number), null, null, opened, null))
                .toList();
        return new Topology(shards, count);
    }

    Optional<Shard> find(ShardId id) {
        return shards.stream().filter(shard -> shard.number() == id.number()).findFirst();
    }

    List<Shard> open() {
        return shards.stream()
                .filter(Shard::isOpen)
                .sorted(Comparator.comparing(shard -> shard.range().start()))
                .toList();
    }

    Shard route(BigInteger hashKey) {
        return shards.stream()
                .filter(shard -> shard.isOpen() && shard.range().contains(hashKey))
                .findFirst()
                .orElseThrow();
    }

    List<Shard> childrenOf(ShardId parent) {
        return shards.stream().filter(shard -> shard.isChildOf(parent)).toList();
    }

    /** Splits one shard in two at a hash key; the ends say where a shard's log stands as it closes. */
    Topology split(Shard shard, BigInteger at, Instant now, ToLongFunction<ShardId> ends) {
        if (!shard.range().contains(at) || shard.range().start().equals(at)) {
            throw AwsError.badRequest(
                    "InvalidArgumentException",
                    "NewStartingHashKey %s used in SplitShard() on shard %s is not within its hash range"
                            .formatted(at, shard.id()));
        }
        return closing(List.of(shard), now, ends)
                .opening(shard.range().before(at), shard, null, now)
                .opening(shard.range().from(at), shard, null, now);
    }

    Topology merge(Shard shard, Shard adjacent, Instant now, ToLongFunction<ShardId> ends) {
        if (!shard.range().touches(adjacent.range())) {
            throw AwsError.badRequest(
                    "InvalidArgumentException",
                    "Shards %s and %s are not adjacent".formatted(shard.id(), adjacent.id()));
        }
        return closing(List.of(shard, adjacent), now, ends)
                .opening(shard.range().joined(adjacent.range()), shard, adjacent, now);
    }

    /** Splits and merges until the open shards are as many as wanted, of equal size. */
    Topology resized(int count, Instant now, ToLongFunction<ShardId> ends) {
        Topology result = this;
        List<HashRange> wanted = HashRange.even(count);
        for (HashRange range : wanted) {
            Shard shard = result.route(range.start());
            if (!shard.range().start().equals(range.start())) {
                result = result.split(shard, range.start(), now, ends);
            }
        }
        for (HashRange range : wanted) {
            for (List<Shard> parts = result.within(range); parts.size() > 1; parts = result.within(range)) {
                result = result.merge(parts.get(0), parts.get(1), now, ends);
            }
        }
        return result;
    }

    /** Without the shards that were closed before a moment: what was in them has reached the end of its retention. */
    Topology forgetting(Instant horizon) {
        return new Topology(
                shards.stream().filter(shard -> shard.isOpenAfter(horizon)).toList(), nextNumber);
    }

    private List<Shard> within(HashRange range) {
        return open().stream().filter(shard -> range.contains(shard.range())).toList();
    }

    private Topology closing(List<Shard> parents, Instant now, ToLongFunction<ShardId> ends) {
        return new Topology(
                shards.stream()
                        .map(shard -> parents.contains(shard) ? shard.closed(now, ends.applyAsLong(shard.id())) : shard)
                        .toList(),
                nextNumber);
    }

    private Topology opening(HashRange range, Shard parent, @Nullable Shard adjacent, Instant now) {
        Integer adjacentNumber = adjacent == null ? null : Integer.valueOf(adjacent.number());
        List<Shard> more = new ArrayList<>(shards);
        more.add(new Shard(nextNumber, range, parent.number(), adjacentNumber, now, null));
        return new Topology(more, nextNumber + 1);
    }
}
