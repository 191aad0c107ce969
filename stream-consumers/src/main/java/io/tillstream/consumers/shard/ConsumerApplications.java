package io.tillstream.consumers.shard;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.springframework.context.SmartLifecycle;

/** Starts the process's KCL applications with the process, and drains them, all at once, when it stops. */
final class ConsumerApplications implements SmartLifecycle {

    private final List<ConsumerApplication> applications;
    private final Duration drainTimeout;

    ConsumerApplications(List<ConsumerApplication> applications, Duration drainTimeout) {
        this.applications = applications;
        this.drainTimeout = drainTimeout;
    }

    @Override
    public void start() {
        inParallel(ConsumerApplication::start);
    }

    @Override
    public void stop() {
        inParallel(application -> application.stop(drainTimeout));
    }

    @Override
    public boolean isRunning() {
        return !applications.isEmpty() && applications.stream().allMatch(ConsumerApplication::isRunning);
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
