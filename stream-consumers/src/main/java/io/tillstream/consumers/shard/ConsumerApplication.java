package io.tillstream.consumers.shard;

import io.tillstream.consumers.watch.SinkWatch;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.coordinator.Scheduler;

/** One KCL application while it runs: a scheduler on a thread of its own. */
final class ConsumerApplication {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerApplication.class);
    private static final Duration TO_END = Duration.ofMillis(1_500);

    private final Scheduler scheduler;
    private final LiveShards shards;
    private final WorkerLeases leases;
    private final SinkWatch watch;
    private final Thread thread;
    private volatile boolean taking;
    private volatile boolean stopping;

    ConsumerApplication(Scheduler scheduler, LiveShards shards, WorkerLeases leases, SinkWatch watch) {
        this.scheduler = scheduler;
        this.shards = shards;
        this.leases = leases;
        this.watch = watch;
        this.thread = Thread.ofPlatform().name(scheduler.applicationName()).unstarted(this::run);
    }

    void start() {
        FirstLeases.create(scheduler);
        thread.start();
    }

    /** To be called regularly, by one thread. */
    void look() {
        shards.stopLost();
        if (!taking && thread.isAlive() && leases.areTaken()) {
            taking = true;
            watch.running();
        }
        watch.look();
    }

    /**
     * Drains every shard and checkpoints it, and releases the leases; what cannot be stored in time is left to the next
     * worker. KCL's own graceful shutdown waits for ever once a shard has ended, and lets leases run out.
     */
    void stop(Duration drainTimeout) {
        stopping = true;
        leases.stopTaking();
        shards.drainAndRelease(drainTimeout);
        scheduler.shutdown();
        leases.releaseRest();
        if (!endsIn(TO_END)) {
            // A shard that waits for its parent to be read does not hear of a shutdown.
            scheduler.executorService().shutdownNow();
            endsIn(TO_END);
        }
    }

    private void run() {
        try {
            scheduler.run();
        } finally {
            if (!stopping) {
                LOG.error(
                        "The application {} has stopped unexpectedly; restart this process",
                        scheduler.applicationName());
                watch.died();
            }
        }
    }

    private boolean endsIn(Duration time) {
        try {
            return !thread.isAlive() || thread.join(time);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
