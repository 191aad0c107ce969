package io.tillstream.consumers.lake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what this process put into the lake, and what it left out. */
final class LakeMeters {

    private final Counter objects;
    private final Counter bytes;
    private final Counter duplicates;

    LakeMeters(MeterRegistry registry) {
        this.objects = Counter.builder("tillstream.consumer.lake.objects")
                .description("Objects put into the raw lake")
                .register(registry);
        this.bytes = Counter.builder("tillstream.consumer.lake.bytes")
                .description("Bytes of these objects as stored")
                .baseUnit("bytes")
                .register(registry);
        this.duplicates = Counter.builder("tillstream.consumer.duplicates")
                .description("Lines not stored because the sink had them already")
                .tag("sink", LakeSink.NAME)
                .register(registry);
    }

    void stored(LakeObject object, long size) {
        objects.increment();
        bytes.increment((double) size);
        duplicates.increment(object.duplicates());
    }
}
