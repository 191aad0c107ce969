package io.tillstream.consumers.deliver;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.model.retry.Retry;
import io.tillstream.model.retry.RetryPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the deliveries of a sink's shards. */
public final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final RetryPolicy PAUSES = RetryPolicy.untilStopped(Duration.ofMillis(100), Duration.ofSeconds(20));

    private final Sink sink;
    private final DeadLetters deadLetters;
    private final InstantSource clock;
    private final DeliveryMeters meters;
    private final Retry retry;

    public Deliveries(Sink sink, DeadLetters deadLetters, MeterRegistry registry, InstantSource clock) {
        this.sink = sink;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.meters = new DeliveryMeters(sink, registry, clock);
        this.retry = Retry.of(PAUSES, RuntimeException.class);
    }

    /** The delivery of a shard, for as long as it is this process's to deliver. */
    public ShardDelivery open(String shardId, ShardLease lease) {
        ShardSink way = sink.open(shardId, refusalsOf(shardId));
        return new ShardDelivery(shardId, way, lease, this, new ShardProgress(clock));
    }

    DeliveryMeters meters() {
        return meters;
    }

    /**
     * Repeats a step of a shard's delivery until it is done or the lease is over. A sink that is out for an hour costs an
     * hour of lag and nothing else.
     */
    <T> T untilDone(String what, ShardLease lease, Supplier<T> step) throws DeliveryStoppedException {
        try {
            return retry.telling((failure, attempt) -> tell(what, lease, failure, attempt))
                    .waitingBy(lease::endsWithin)
                    .untilDone(() -> lease.callWhileHeld(what, step));
        } catch (RuntimeException unfinished) {
            // The edge of the shard: KCL would skip the batch if this got any further. It was counted, and tried again
            // whatever it was, because the checkpoint must not pass what is not stored.
            throw new DeliveryStoppedException(what + " had not succeeded when the lease ended");
        }
    }

    private void tell(String what, ShardLease lease, RuntimeException failure, int attempt) {
        if (!lease.isOver()) {
            meters.failures().increment();
            LOG.warn("{} failed in attempt {}, trying again: {}", what, attempt, failure.toString());
        }
    }

    void keep(String shardId, DeadRecord dead) {
        deadLetters.store(sink, shardId, dead);
        meters.deadLettered(dead.stage());
    }

    private Refusals refusalsOf(String shardId) {
        return (line, reason) -> keep(shardId, DeadRecord.refused(line, reason));
    }
}
