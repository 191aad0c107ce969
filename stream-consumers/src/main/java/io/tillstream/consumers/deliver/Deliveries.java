package io.tillstream.consumers.deliver;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Opens the deliveries of a sink's shards. */
public final class Deliveries {

    private final Sink sink;
    private final DeadLetters deadLetters;
    private final InstantSource clock;
    private final DeliveryMeters meters;
    private final DeliveryRetry retry;

    public Deliveries(Sink sink, DeadLetters deadLetters, MeterRegistry registry, InstantSource clock) {
        this.sink = sink;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.meters = new DeliveryMeters(sink.name(), registry, clock);
        this.retry = new DeliveryRetry(meters.failures());
    }

    /** The delivery of a shard, for as long as it is this process's to deliver. */
    public ShardDelivery open(String shardId, ShardLease lease) {
        ShardSink way = sink.open(shardId, refusalsOf(shardId));
        return new ShardDelivery(shardId, way, lease, this, new ShardProgress(clock));
    }

    DeliveryMeters meters() {
        return meters;
    }

    /** Repeats a step of a shard's delivery until it is done. */
    <T> T untilDone(String what, ShardLease lease, Supplier<T> step) throws DeliveryStoppedException {
        return retry.untilDone(what, lease, step);
    }

    void keep(String shardId, DeadRecord dead) {
        deadLetters.store(sink.name(), shardId, dead);
        meters.deadLettered(dead.stage());
    }

    private Refusals refusalsOf(String shardId) {
        return (line, reason) -> keep(shardId, DeadRecord.refused(line, reason));
    }
}
