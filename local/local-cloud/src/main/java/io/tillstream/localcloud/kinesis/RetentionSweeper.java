package io.tillstream.localcloud.kinesis;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps at once and then every minute, until closed. */
final class RetentionSweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionSweeper.class);
    private static final long PAUSE_SECONDS = 60;

    private final Runnable sweep;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("kinesis-retention").unstarted(this::run);

    RetentionSweeper(Runnable sweep) {
        this.sweep = sweep;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                sweepOnce();
            } while (!closing.await(PAUSE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepOnce() {
        try {
            sweep.run();
        } catch (RuntimeException e) {
            // The edge of the thread: the next sweep takes up what this one has left.
            LOG.warn("Could not drop expired records", e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
