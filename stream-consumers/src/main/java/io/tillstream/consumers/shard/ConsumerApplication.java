package io.tillstream.consumers.shard;

import io.tillstream.consumers.deliver.StopSignal;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.coordinator.Scheduler;

/** One KCL application while it runs: a scheduler on a thread of its own. */
final class ConsumerApplication {

    private static final Logger log = LoggerFactory.getLogger(ConsumerApplication.class);

    private final Scheduler scheduler;
    private final StopSignal stop;
    private final Thread thread;

    ConsumerApplication(Scheduler scheduler, StopSignal stop) {
        this.scheduler = scheduler;
        this.stop = stop;
        this.thread = Thread.ofPlatform().name(scheduler.applicationName()).unstarted(scheduler);
    }

    void start() {
        FirstLeases.create(scheduler);
        thread.start();
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    /** Drains every shard and checkpoints it; what cannot be stored in time is left to the next worker. */
    void stop(Duration drainTimeout) {
        try {
            scheduler.startGracefulShutdown().get(drainTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return;
        } catch (TimeoutException | ExecutionException failure) {
            log.warn("{} did not drain in {}: {}", scheduler.applicationName(), drainTimeout, failure.toString());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        stop.give();
        scheduler.shutdown();
    }
}
