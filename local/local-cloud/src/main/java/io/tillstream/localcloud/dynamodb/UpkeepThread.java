package io.tillstream.localcloud.dynamodb;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does its work again and again, with pauses that are long compared with it, until closed. */
final class UpkeepThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepThread.class);
    private static final long LEAST_PAUSE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int PAUSE_FACTOR = 20;

    private final Runnable work;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("dynamodb-upkeep").unstarted(this::keepUp);

    UpkeepThread(Runnable work) {
        this.work = work;
    }

    void start() {
        thread.start();
    }

    private void keepUp() {
        try {
            long pause = LEAST_PAUSE_NANOS;
            while (!closing.await(pause, TimeUnit.NANOSECONDS)) {
                long began = System.nanoTime();
                workOnce();
                pause = Math.max(LEAST_PAUSE_NANOS, PAUSE_FACTOR * (System.nanoTime() - began));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOnce() {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The edge of the thread: the next time takes up what this one has left.
            LOG.warn("DynamoDB could not delete what has expired", e);
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
