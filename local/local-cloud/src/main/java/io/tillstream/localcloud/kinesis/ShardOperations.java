package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.protocol.AwsRequest;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The operations that list and change the shards of a stream. */
final class ShardOperations {

    private final Streams streams;
    private final Clock clock;

    ShardOperations(Streams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    Map<String, Operation> all() {
        return Map.of(
                "ListShards", this::list,
                "SplitShard", this::split,
                "MergeShards", this::merge,
                "UpdateShardCount", this::resize);
    }

    record Page(List<ShardReply> shards, @Nullable String nextToken) {}

    private Object list(AwsRequest request) {
        Instant now = clock.instant();
        ShardListing listing = request.text("NextToken")
                .map(token -> ShardListing.parse(token, now))
                .orElseGet(() -> ShardListing.read(request, streams.of(request).description(), now));
        StreamDescription stream = streams.named(listing.stream()).description();
        List<Shard> rest = listing.of(stream, now);
        List<Shard> page =
                rest.stream().limit(request.number("MaxResults").orElse(1_000)).toList();
        String token =
                rest.size() > page.size() ? listing.after(page.getLast().id()).token() : null;
        return new Page(page.stream().map(shard -> ShardReply.of(stream, shard)).toList(), token);
    }

    private Object split(AwsRequest request) {
        ShardId shard = ShardId.parse(request.requiredText("ShardToSplit"));
        BigInteger at = HashKeys.parse("NewStartingHashKey", request.requiredText("NewStartingHashKey"));
        change(streams.of(request), (stream, ends) -> stream.topology().split(open(stream, shard), at, now(), ends));
        return Map.of();
    }

    private Object merge(AwsRequest request) {
        ShardId shard = ShardId.parse(request.requiredText("ShardToMerge"));
        ShardId adjacent = ShardId.parse(request.requiredText("AdjacentShardToMerge"));
        change(
                streams.of(request),
                (stream, ends) -> stream.topology().merge(open(stream, shard), open(stream, adjacent), now(), ends));
        return Map.of();
    }

    record Resized(String streamName, int currentShardCount, int targetShardCount, String streamARN) {}

    private Object resize(AwsRequest request) {
        LiveStream stream = streams.of(request);
        int target = request.requiredNumber("TargetShardCount");
        int current = stream.description().topology().open().size();
        // API reference of UpdateShardCount: neither more than double nor less than half.
        if (target > 2 * current || 2 * target < current) {
            throw KinesisErrors.invalid(
                    "UpdateShardCount cannot go from %d open shards to %d: at most double, at least half"
                            .formatted(current, target));
        }
        change(stream, (description, ends) -> description.topology().resized(target, now(), ends));
        StreamDescription changed = stream.description();
        return new Resized(changed.name(), current, target, changed.arn());
    }

    private void change(LiveStream stream, BiFunction<StreamDescription, ToLongFunction<ShardId>, Topology> change) {
        streams.update(
                stream,
                description -> description.withTopology(change.apply(
                        description, shard -> stream.store(shard).log().end())));
    }

    private static Shard open(StreamDescription stream, ShardId id) {
        Shard shard = stream.topology().find(id).orElseThrow(() -> KinesisErrors.noShard(id, stream.name()));
        if (!shard.isOpen()) {
            throw KinesisErrors.invalid("Shard %s in stream %s is already closed".formatted(id, stream.name()));
        }
        return shard;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
