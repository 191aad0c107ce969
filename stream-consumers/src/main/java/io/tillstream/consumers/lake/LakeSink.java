package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import java.time.InstantSource;
import java.util.function.Function;

/** Every line, exactly once, as gzipped JSON lines on S3. */
final class LakeSink implements Sink {

    static final String NAME = "lake";

    private final LakeObjects objects;
    private final Function<String, LineMemory> memories;
    private final LakeProperties limits;
    private final InstantSource clock;

    /** @param memories makes the memory of a shard */
    LakeSink(LakeObjects objects, Function<String, LineMemory> memories, LakeProperties limits, InstantSource clock) {
        this.objects = objects;
        this.memories = memories;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ShardSink open(String shardId, Refusals refusals) {
        return new LakeShard(shardId, objects, memories.apply(shardId), limits, clock);
    }
}
