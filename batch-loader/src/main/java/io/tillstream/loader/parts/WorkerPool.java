package io.tillstream.loader.parts;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A pool of threads with a bounded queue. The first failure is that of who gives it. */
final class WorkerPool implements AutoCloseable {

    private final ExecutorService threads;
    private final Semaphore room;
    private final int bound;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** @param bound how much work may be under way or waiting */
    WorkerPool(String name, int threads, int bound) {
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name(name, 0).factory());
        this.room = new Semaphore(bound);
        this.bound = bound;
    }

    /** Waits for room. */
    void submit(Work work) throws Exception {
        room.acquire();
        throwFailure();
        threads.execute(() -> {
            try {
                if (failure.get() == null) {
                    work.run();
                }
            } catch (Throwable broken) {
                // The edge of the thread: it is thrown again where the work came from. Were it lost, lines would be.
                failure.compareAndSet(null, broken);
            } finally {
                room.release();
            }
        });
    }

    /** Waits until all of it is done. */
    void finish() throws Exception {
        room.acquire(bound);
        room.release(bound);
        throwFailure();
    }

    /** Breaks off what is under way, and returns when nothing runs. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFailure() throws Exception {
        switch (failure.get()) {
            case null -> {}
            case Exception broken -> throw broken;
            case Throwable broken -> throw new IllegalStateException(broken);
        }
    }

    /** A piece of work. */
    interface Work {
        void run() throws Exception;
    }
}
