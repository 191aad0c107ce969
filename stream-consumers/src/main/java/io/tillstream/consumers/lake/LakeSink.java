package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import java.time.InstantSource;

/** Every line, exactly once, as gzipped JSON lines on S3. */
final class LakeSink implements Sink {

    private final LakeObjects objects;
    private final LakeProperties limits;
    private final InstantSource clock;

    LakeSink(LakeObjects objects, LakeProperties limits, InstantSource clock) {
        this.objects = objects;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "lake";
    }

    @Override
    public ShardSink open(String shardId) {
        return new LakeShard(shardId, objects, limits, clock);
    }
}
