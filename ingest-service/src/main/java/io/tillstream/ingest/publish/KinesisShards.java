package io.tillstream.ingest.publish;

import io.tillstream.ingest.publish.ShardMap.Shard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.HashKeyRange;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;

/** Lists the open shards of a Kinesis stream. */
final class KinesisShards implements ShardSource {

    private static final Logger LOG = LoggerFactory.getLogger(KinesisShards.class);

    private final KinesisClient kinesis;
    private final String stream;
    private final Duration callTimeout;

    KinesisShards(KinesisClient kinesis, String stream, Duration callTimeout) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.callTimeout = callTimeout;
    }

    @Override
    public Optional<ShardMap> read() {
        try {
            return ShardMap.of(openShards());
        } catch (SdkException e) {
            LOG.warn("The shards of {} cannot be listed: {}", stream, e.getMessage());
            return Optional.empty();
        }
    }

    private List<Shard> openShards() {
        List<Shard> shards = new ArrayList<>();
        @Nullable String token = null;
        do {
            ListShardsResponse response = kinesis.listShards(request(token));
            response.shards().forEach(shard -> shards.add(shard(shard.shardId(), shard.hashKeyRange())));
            token = response.nextToken();
        } while (token != null);
        return shards;
    }

    /** A token stands for stream and filter, which must not be named with it. */
    private ListShardsRequest request(@Nullable String token) {
        ListShardsRequest.Builder request =
                ListShardsRequest.builder().overrideConfiguration(override -> override.apiCallTimeout(callTimeout));
        return token == null
                ? request.streamName(stream)
                        .shardFilter(filter -> filter.type(ShardFilterType.AT_LATEST))
                        .build()
                : request.nextToken(token).build();
    }

    private static Shard shard(String id, HashKeyRange range) {
        return new Shard(id, HashKey.parse(range.startingHashKey()), HashKey.parse(range.endingHashKey()));
    }
}
