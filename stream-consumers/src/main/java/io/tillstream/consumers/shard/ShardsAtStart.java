package io.tillstream.consumers.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilter;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.kinesis.common.StreamIdentifier;
import software.amazon.kinesis.leases.ShardDetector;

/**
 * The shards that an application without leases begins with, also where {@code ListShards} does not keep to its filter.
 *
 * <p>KCL asks for those open at the place where it begins, and takes nothing but an answer that covers each hash key
 * once. Kinesis gives that. An emulator that lists a split shard together with its children does not, and KCL would ask
 * it again for ever. Of a shard and its children, both of them listed, only one can have been open: the shard at the
 * beginning, its children at the tip.
 */
record ShardsAtStart(ShardDetector stream) implements ShardDetector {

    @Override
    public List<Shard> listShardsWithFilter(ShardFilter filter) {
        List<Shard> listed = stream.listShardsWithFilter(filter);
        // KCL sorts it.
        return listed.stream().filter(openAt(filter.type(), listed)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Predicate<Shard> openAt(ShardFilterType place, List<Shard> listed) {
        if (place == ShardFilterType.AT_LATEST) {
            Set<String> parents =
                    listed.stream().flatMap(ShardsAtStart::parentsOf).collect(Collectors.toSet());
            return shard -> !parents.contains(shard.shardId());
        }
        Set<String> all = listed.stream().map(Shard::shardId).collect(Collectors.toSet());
        return shard -> parentsOf(shard).noneMatch(all::contains);
    }

    private static Stream<String> parentsOf(Shard shard) {
        return Stream.of(Optional.ofNullable(shard.parentShardId()), Optional.ofNullable(shard.adjacentParentShardId()))
                .flatMap(Optional::stream);
    }

    @Override
    public Shard shard(String shardId) {
        return stream.shard(shardId);
    }

    @Override
    public List<Shard> listShards() {
        return stream.listShards();
    }

    @Override
    public List<Shard> listShardsWithoutConsumingResourceNotFoundException() {
        return stream.listShardsWithoutConsumingResourceNotFoundException();
    }

    @Override
    public StreamIdentifier streamIdentifier() {
        return stream.streamIdentifier();
    }

    @Override
    public ListShardsResponse getListShardsResponse(ListShardsRequest request) throws Exception {
        return stream.getListShardsResponse(request);
    }
}
