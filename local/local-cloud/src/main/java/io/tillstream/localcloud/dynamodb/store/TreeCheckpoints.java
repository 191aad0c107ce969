package io.tillstream.localcloud.dynamodb.store;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a checkpoint whenever the log has grown by so much, after a pause in which it has grown at all, and at the end;
 * and lets the tree be tidied after each of them and each pause. All on a thread that nobody interrupts: MVStore would not
 * wait for its file there.
 */
final class TreeCheckpoints implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TreeCheckpoints.class);
    private static final long LOG_BYTES = 64L * 1024 * 1024;
    private static final long PAUSE_SECONDS = 10;

    private final Runnable checkpoint;
    private final Runnable tidying;
    private final AtomicLong logged = new AtomicLong();
    private final Semaphore due = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("dynamodb-checkpoints").unstarted(this::run);
    private volatile boolean closed;

    TreeCheckpoints(Runnable checkpoint, Runnable tidying) {
        this.checkpoint = checkpoint;
        this.tidying = tidying;
    }

    void start() {
        thread.start();
    }

    void logged(int bytes) {
        if (logged.addAndGet(bytes) >= LOG_BYTES && due.availablePermits() == 0) {
            due.release();
        }
    }

    private void run() {
        try {
            while (!closed) {
                boolean ignored = due.tryAcquire(PAUSE_SECONDS, TimeUnit.SECONDS);
                if (!closed && logged.getAndSet(0) > 0) {
                    attempt(checkpoint);
                }
                if (!closed) {
                    attempt(tidying);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        attempt(checkpoint);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The edge of the thread: the log keeps what the tree's file lacks, and the next checkpoint tries again.
            LOG.warn("DynamoDB could not write its entries to disk; the log keeps them", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        due.release();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
