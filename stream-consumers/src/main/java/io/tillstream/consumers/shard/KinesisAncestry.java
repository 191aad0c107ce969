package io.tillstream.consumers.shard;

import io.tillstream.consumers.sink.Ancestry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** The ancestry as Kinesis lists it: until their last record expires, ended shards are in the list as well. */
final class KinesisAncestry implements Ancestry {

    private final KinesisAsyncClient kinesis;
    private final String stream;

    KinesisAncestry(KinesisAsyncClient kinesis, String stream) {
        this.kinesis = kinesis;
        this.stream = stream;
    }

    @Override
    public List<String> ancestorsOf(String shardId) {
        Map<String, Shard> shards = shards().stream().collect(Collectors.toMap(Shard::shardId, Function.identity()));
        Set<String> found = new LinkedHashSet<>();
        Deque<String> unvisited = new ArrayDeque<>(List.of(shardId));
        while (!unvisited.isEmpty()) {
            parentsOf(shards.get(unvisited.remove())).filter(found::add).forEach(unvisited::add);
        }
        return List.copyOf(found);
    }

    private static Stream<String> parentsOf(@Nullable Shard shard) {
        return shard == null
                ? Stream.empty()
                : Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
                        .mapMulti((parent, parents) -> {
                            if (parent != null) {
                                parents.accept(parent);
                            }
                        });
    }

    private List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        @Nullable String token = null;
        do {
            ListShardsResponse page = kinesis.listShards(after(token)).join();
            shards.addAll(page.shards());
            token = page.nextToken();
        } while (token != null);
        return shards;
    }

    /** Kinesis takes the token or the stream's name, not both. */
    private ListShardsRequest after(@Nullable String token) {
        ListShardsRequest.Builder request = ListShardsRequest.builder();
        return (token == null ? request.streamName(stream) : request.nextToken(token)).build();
    }
}
