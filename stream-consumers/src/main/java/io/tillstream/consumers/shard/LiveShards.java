package io.tillstream.consumers.shard;

import io.micrometer.core.instrument.Counter;
import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.deliver.Mandate;
import io.tillstream.consumers.deliver.ShardDelivery;
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

    private static final Logger log = LoggerFactory.getLogger(LiveShards.class);
    private static final Duration TO_GIVE_UP = Duration.ofSeconds(2);

    private final Deliveries deliveries;
    private final Leases leases;
    private final SinkWatch watch;
    private final Counter checkpointFailures;
    private final Map<ShardProcessor, String> live = new ConcurrentHashMap<>();
    private volatile boolean closed;

    LiveShards(Deliveries deliveries, Leases leases, SinkWatch watch, Counter checkpointFailures) {
        this.deliveries = deliveries;
        this.leases = leases;
        this.watch = watch;
        this.checkpointFailures = checkpointFailures;
    }

    /** One that is begun when the worker is stopping already is over from the start. */
    Tenure begin(ShardProcessor processor, String shardId) {
        Mandate mandate = new Mandate(leases.tenureOf(shardId));
        ShardDelivery delivery = deliveries.open(shardId, mandate);
        watch.gained(shardId, delivery.progress());
        live.put(processor, shardId);
        if (closed) {
            mandate.withdraw();
        }
        return new Tenure(
                shardId, mandate, delivery, new Checkpoints(shardId, delivery.progress(), checkpointFailures));
    }

    void end(ShardProcessor processor, Tenure tenure, LeaseChange how) {
        if (live.remove(processor) != null) {
            watch.gone(tenure.shardId(), tenure.delivery().progress(), how);
        }
    }

    /** Stops the deliveries of shards whose lease is lost, for KCL says so only when they are done. */
    void stopLost() {
        live.keySet().forEach(ShardProcessor::giveUpIfLost);
    }

    /**
     * Has every shard stored and checkpointed, all at once, and frees each one's lease as soon as that is done. What
     * cannot be stored in time is left to the next worker.
     */
    void handOver(Duration within) {
        closed = true;
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("hand-over-", 0).factory());
        live.forEach((processor, shardId) -> threads.execute(() -> {
            processor.handOver();
            leases.release(shardId);
        }));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(within.toNanos(), TimeUnit.NANOSECONDS)) {
                log.warn("{} shards were not stored in {}", live.size(), within);
                live.keySet().forEach(ShardProcessor::giveUp);
                threads.awaitTermination(TO_GIVE_UP.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException hurried) {
            live.keySet().forEach(ShardProcessor::giveUp);
            Thread.currentThread().interrupt();
        }
    }
}
