package io.tillstream.ingest.spill;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.publish.LinePublisher;
import io.tillstream.model.feed.Feed;
import java.time.Clock;
import java.util.List;

/** Opens the surge buffers of feeds, all by the same settings. */
record SpillSettings(SpillProperties properties, MeterRegistry registry, Clock clock) {

    private static final long SEGMENT_BYTES = 8L << 20;

    /** One on disk, in the folder of the feed. */
    FeedBuffer onDisk(Feed feed, LinePublisher stream) {
        SurgeBuffer.Means means = means(feed);
        SpillProperties.Disk disk = properties.disk();
        DiskSegments.Limits limits = new DiskSegments.Limits(
                properties.maxSize().toBytes(), disk.minFree().toBytes(), SEGMENT_BYTES);
        Journal journal = DiskSegments.openJournal(feed.layout().spillFolder(disk.folder()), limits, means.meters());
        return new FeedBuffer(new SurgeBuffer(stream, journal, List.of(), means), journal, null);
    }

    /** One in a bucket, under these keys. */
    FeedBuffer onS3(Feed feed, LinePublisher stream, SpillObjects objects, SpillKeys keys) {
        SurgeBuffer.Means means = means(feed);
        Journal journal =
                ObjectSegments.newJournal(objects, keys, properties.maxSize().toBytes(), means.meters());
        InstanceWatch watch = new InstanceWatch(properties.s3().lease(), System::nanoTime);
        Adoption adoption = new Adoption(objects, keys, journal, watch, means.meters());
        SurgeBuffer buffer = new SurgeBuffer(stream, journal, List.of(adoption), means);
        Heartbeat heartbeat = new Heartbeat(adoption, properties.s3().lease(), buffer);
        heartbeat.start();
        return new FeedBuffer(buffer, journal, heartbeat);
    }

    private SurgeBuffer.Means means(Feed feed) {
        return new SurgeBuffer.Means(
                properties.commitTimeout(), properties.probeEvery(), new SpillMeters(feed.name(), registry), clock);
    }
}
