package io.tillstream.loader.warehouse;

import io.tillstream.commandline.StopSignal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the job with a pause in between for as long as the process runs; where there is no pause, not at all. */
final class WarehouseRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WarehouseRunner.class);

    private final WarehouseJob job;
    private final Duration pause;
    private final StopSignal stop = new StopSignal();
    private final Thread thread = Thread.ofPlatform().name("warehouse-job").unstarted(this::runForEver);

    WarehouseRunner(WarehouseJob job, Duration pause) {
        this.job = job;
        this.pause = pause;
    }

    @Override
    public void start() {
        if (!pause.isZero()) {
            thread.start();
        }
    }

    /** A load that is under way is finished first. */
    @Override
    public void stop() {
        stop.tell();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void runForEver() {
        do {
            runOnce();
        } while (!stop.endsWithin(pause));
    }

    private void runOnce() {
        try {
            job.run();
        } catch (RuntimeException failure) {
            // The edge of the thread: whatever it was, the load was taken back, and the next run tries again.
            LOG.warn("The warehouse job failed; its next run tries again", failure);
        }
    }
}
