package io.tillstream.loader.warehouse;

import io.tillstream.commandline.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the job of each feed with a pause in between for as long as the process runs; where there is no pause, not at all.
 */
final class WarehouseRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WarehouseRunner.class);

    private final Duration pause;
    private final StopSignal stop = new StopSignal();
    private final List<Thread> threads = new ArrayList<>();

    WarehouseRunner(WarehouseJobs jobs, Duration pause) {
        this.pause = pause;
        jobs.byFeed()
                .forEach((feed, job) -> threads.add(
                        Thread.ofPlatform().name("warehouse-job-" + feed).unstarted(() -> runForEver(job))));
    }

    @Override
    public void start() {
        if (!pause.isZero()) {
            threads.forEach(Thread::start);
        }
    }

    /** A load that is under way is finished first. */
    @Override
    public void stop() {
        stop.tell();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads.stream().anyMatch(Thread::isAlive);
    }

    private void runForEver(WarehouseJob job) {
        do {
            runOnce(job);
        } while (!stop.endsWithin(pause));
    }

    private static void runOnce(WarehouseJob job) {
        try {
            job.run();
        } catch (RuntimeException failure) {
            // The edge of the thread: whatever it was, the load was taken back, and the next run tries again.
            LOG.warn("The warehouse job failed; its next run tries again", failure);
        }
    }
}
