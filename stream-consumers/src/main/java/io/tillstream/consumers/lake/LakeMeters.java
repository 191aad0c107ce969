package io.tillstream.consumers.lake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.model.layout.FeedLayout;

/** Counts what this process put into the lake of a feed, and what it left out. */
final class LakeMeters {

    private static final String FEED = "feed";

    private final Counter objects;
    private final Counter bytes;
    private final Counter duplicates;

    LakeMeters(FeedLayout feed, MeterRegistry registry) {
        String name = feed.name().value();
        this.objects = Counter.builder("tillstream.consumer.lake.objects")
                .description("Objects put into the raw lake")
                .tag(FEED, name)
                .register(registry);
        this.bytes = Counter.builder("tillstream.consumer.lake.bytes")
                .description("Bytes of these objects as stored")
                .baseUnit("bytes")
                .tag(FEED, name)
                .register(registry);
        this.duplicates = Counter.builder("tillstream.consumer.duplicates")
                .description("Lines not stored because the sink had them already")
                .tag(FEED, name)
                .tag("sink", LakeSink.nameOf(feed))
                .register(registry);
    }

    void stored(LakeObject object, long size) {
        objects.increment();
        bytes.increment((double) size);
        duplicates.increment(object.duplicates());
    }
}
