package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.model.layout.FeedLayout;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/** Every line, exactly once, as gzipped JSON lines on S3. */
final class LakeSink implements Sink {

    /** Of transactions. */
    static final String NAME = FeedLayout.TRANSACTIONS.sink("lake");

    private final LakeObjects objects;
    private final Function<String, LineMemory> memories;
    private final LakeProperties limits;
    private final HeldBudget budget;
    private final InstantSource clock;

    /** @param memories makes the memory of a shard */
    LakeSink(LakeObjects objects, Function<String, LineMemory> memories, LakeProperties limits, InstantSource clock) {
        this.objects = objects;
        this.memories = memories;
        this.limits = limits;
        this.budget = new HeldBudget(limits.maxHeld().toBytes());
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration holdsFor() {
        return limits.maxAgeSmall();
    }

    /** The chain of a shard is written from the stream alone. */
    @Override
    public boolean takesRedelivery() {
        return false;
    }

    /** It refuses nothing: S3 takes whatever a line may say. */
    @Override
    public ShardSink open(String shardId, Refusals refusals) {
        HeldLines held = new HeldLines(limits);
        budget.share(shardId, held);
        return new LakeShard(
                object -> objects.putIfAbsent(shardId, object), memories.apply(shardId), held, budget, clock);
    }
}
