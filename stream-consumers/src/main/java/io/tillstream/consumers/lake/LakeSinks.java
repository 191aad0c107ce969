package io.tillstream.consumers.lake;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.sink.Ancestries;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.model.feed.Feed;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes the lake's sink of each feed; all are in one bucket and hold their lines in the same memory. */
final class LakeSinks {

    private final S3Client s3;
    private final Ancestries ancestries;
    private final MeterRegistry registry;
    private final LakeHolding holding;

    LakeSinks(S3Client s3, Ancestries ancestries, MeterRegistry registry, LakeHolding holding) {
        this.s3 = s3;
        this.ancestries = ancestries;
        this.registry = registry;
        this.holding = holding;
    }

    Sink of(Feed feed) {
        LakeMeters meters = new LakeMeters(feed.layout(), registry);
        LakeObjects objects = new S3LakeObjects(s3, feed.layout(), holding.limits(), meters);
        return new LakeSink(feed, objects, memories(feed), holding);
    }

    private Function<String, LineMemory> memories(Feed feed) {
        LakeProperties limits = holding.limits();
        if (!limits.remembers()) {
            return shardId -> LineMemory.NONE;
        }
        LakeIndex index = new S3LakeIndex(s3, limits.bucket(), LakeSink.nameOf(feed.layout()));
        IndexHistory history = new IndexHistory(index, ancestries.of(feed), limits);
        return shardId -> new ShardMemory(shardId, index, history, limits);
    }
}
