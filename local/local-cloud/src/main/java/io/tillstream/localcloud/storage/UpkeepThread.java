package io.tillstream.localcloud.storage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does its work at once and then again and again, with pauses that are long compared with it, until closed. */
public final class UpkeepThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepThread.class);
    private static final long LEAST_PAUSE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int PAUSE_FACTOR = 20;

    private final String name;
    private final List<Runnable> work;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** @param work pieces that do not wait for each other to succeed */
    public UpkeepThread(String name, Runnable... work) {
        this.name = name;
        this.work = List.of(work);
        this.thread = Thread.ofVirtual().name(name).unstarted(this::keepUp);
    }

    public void start() {
        thread.start();
    }

    /** Does all of it once. */
    public void doAll() {
        work.forEach(this::doOnce);
    }

    private void keepUp() {
        try {
            long pause;
            do {
                long began = System.nanoTime();
                doAll();
                pause = Math.max(LEAST_PAUSE_NANOS, PAUSE_FACTOR * (System.nanoTime() - began));
            } while (!closing.await(pause, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void doOnce(Runnable piece) {
        if (closing.getCount() == 0) {
            return;
        }
        try {
            piece.run();
        } catch (RuntimeException e) {
            // The edge of the thread: the next time takes up what this one has left.
            LOG.warn("{} failed; it is tried again in a minute or more", name, e);
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
