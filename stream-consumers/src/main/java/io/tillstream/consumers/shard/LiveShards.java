package io.tillstream.consumers.shard;

import io.micrometer.core.instrument.Counter;
import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.deliver.ShardDelivery;
import io.tillstream.consumers.deliver.ShardLease;
import io.tillstream.consumers.watch.LeaseChange;
import io.tillstream.consumers.watch.SinkWatch;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shards of one application that this worker delivers. */
final class LiveShards {

    private static final Logger LOG = LoggerFactory.getLogger(LiveShards.class);
    private static final Duration TO_STOP_WORK = Duration.ofSeconds(2);

    private final Deliveries deliveries;
    private final WorkerLeases leases;
    private final SinkWatch watch;
    private final Counter checkpointFailures;
    private final Map<ShardProcessor, String> live = new ConcurrentHashMap<>();
    private volatile boolean closed;

    LiveShards(Deliveries deliveries, WorkerLeases leases, SinkWatch watch, Counter checkpointFailures) {
        this.deliveries = deliveries;
        this.leases = leases;
        this.watch = watch;
        this.checkpointFailures = checkpointFailures;
    }

    /** A delivery that begins while the worker is stopping is over from the start. */
    HeldShard begin(ShardProcessor processor, String shardId) {
        ShardLease lease = new ShardLease(leases.stillHeld(shardId));
        ShardDelivery delivery = deliveries.open(shardId, lease);
        watch.gained(shardId, delivery.progress());
        live.put(processor, shardId);
        if (closed) {
            lease.end();
        }
        return new HeldShard(
                shardId, lease, delivery, new Checkpoints(shardId, delivery.progress(), checkpointFailures));
    }

    void end(ShardProcessor processor, HeldShard held, LeaseChange how) {
        if (live.remove(processor) != null) {
            watch.gone(held.shardId(), held.delivery().progress(), how);
        }
    }

    /** Stops the deliveries of shards whose lease is lost, for KCL says so only when they are done. */
    void stopLost() {
        live.keySet().forEach(ShardProcessor::stopWorkIfLost);
    }

    /**
     * Has every shard stored and checkpointed, all at once, and releases each one's lease as soon as that is done. What
     * cannot be stored in time is left to the next worker.
     */
    void drainAndRelease(Duration within) {
        closed = true;
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("hand-over-", 0).factory());
        live.forEach((processor, shardId) -> threads.execute(() -> {
            processor.drain();
            leases.release(shardId);
        }));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(within.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn(
                        "{} shards were not drained within {}; the next worker starts at their checkpoints",
                        live.size(),
                        within);
                live.keySet().forEach(ShardProcessor::stopWork);
                threads.awaitTermination(TO_STOP_WORK.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException hurried) {
            live.keySet().forEach(ShardProcessor::stopWork);
            Thread.currentThread().interrupt();
        }
    }
}
