package io.tillstream.consumers.shard;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts the process's KCL applications with the process, looks after them, and drains them when it stops. */
final class ConsumerApplications implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerApplications.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final List<ConsumerApplication> applications;
    private final Duration drainTimeout;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("consumer-watch").factory());
    private volatile boolean running;

    ConsumerApplications(List<ConsumerApplication> applications, Duration drainTimeout) {
        this.applications = applications;
        this.drainTimeout = drainTimeout;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // A look lets no failure through.
    public void start() {
        running = true;
        inParallel(ConsumerApplication::start);
        looks.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        inParallel(application -> application.stop(drainTimeout));
        looks.shutdownNow();
        running = false;
    }

    /** Also when one has died: the others are still to be drained. */
    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        for (ConsumerApplication application : applications) {
            try {
                application.look();
            } catch (RuntimeException failure) {
                // The edge of the thread: a look that fails must not be the last one.
                LOG.error("Shards could not be checked for stalls; the check is repeated", failure);
            }
        }
    }

    private void inParallel(Consumer<ConsumerApplication> step) {
        applications.stream()
                .gather(Gatherers.mapConcurrent(Math.max(1, applications.size()), application -> {
                    step.accept(application);
                    return application;
                }))
                .forEach(done -> {});
    }
}
