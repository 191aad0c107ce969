package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.FeedLayout;
import java.time.Duration;
import java.util.function.Function;

/** Every line of a feed, exactly once, as gzipped JSON lines on S3. */
final class LakeSink implements Sink {

    private static final String TYPE = "lake";

    private final Feed feed;
    private final LakeObjects objects;
    private final Function<String, LineMemory> memories;
    private final LakeHolding holding;

    /** @param memories makes the memory of a shard */
    LakeSink(Feed feed, LakeObjects objects, Function<String, LineMemory> memories, LakeHolding holding) {
        this.feed = feed;
        this.objects = objects;
        this.memories = memories;
        this.holding = holding;
    }

    static String nameOf(FeedLayout feed) {
        return feed.sink(TYPE);
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public String name() {
        return nameOf(feed.layout());
    }

    @Override
    public Duration holdsFor() {
        return holding.limits().maxAgeSmall();
    }

    /** The chain of a shard is written from the stream alone. */
    @Override
    public boolean takesRedelivery() {
        return false;
    }

    /** It refuses nothing: S3 takes whatever a line may say. */
    @Override
    public ShardSink open(String shardId, Refusals refusals) {
        HeldLines held = new HeldLines(holding.limits());
        holding.budget().share(name() + "/" + shardId, held);
        return new LakeShard(
                object -> objects.putIfAbsent(shardId, object), memories.apply(shardId), held, holding, feed.hashing());
    }
}
