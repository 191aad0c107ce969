package io.tillstream.localcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts parts side by side, and closes them one after the other: the one begun last first. */
final class Startup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    /** Not virtual ones: they are stuck for good where several initialize classes and the processors are few. */
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("start-", 0).factory());

    private final Deque<Future<? extends AutoCloseable>> parts = new ArrayDeque<>();

    <T extends AutoCloseable> Future<T> begin(Callable<T> start) {
        Future<T> part = threads.submit(start);
        parts.push(part);
        return part;
    }

    /** A part that others depend on, though it was begun before them; closing it again later does no harm. */
    void closeFirst(AutoCloseable part) {
        parts.push(CompletableFuture.completedFuture(part));
    }

    /** The part, once it has started; a failure is thrown as it was. */
    static <T> T started(Future<T> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw unchecked(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting", e);
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        return switch (cause) {
            case RuntimeException failure -> failure;
            case IOException failure -> new UncheckedIOException(failure.getMessage(), failure);
            default -> new IllegalStateException(cause);
        };
    }

    @Override
    public void close() {
        threads.close();
        parts.forEach(part -> {
            if (part.state() == Future.State.SUCCESS) {
                close(part.resultNow());
            }
        });
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // The others are to be closed all the same.
            LOG.warn("{} could not be closed", part, e);
        }
    }
}
