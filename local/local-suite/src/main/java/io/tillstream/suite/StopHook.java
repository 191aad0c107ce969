package io.tillstream.suite;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Stops a suite in order when the process is asked to end, also while the suite is starting: the start then breaks off
 * at its next step, and takes down what it has begun.
 */
final class StopHook {

    /** Longer than a step of a start takes; after it the process ends, and its children with it. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(60);

    private final CompletableFuture<Optional<Suite>> started = new CompletableFuture<>();
    private final Thread thread = new Thread(this::stop, "drain");
    private final Consumer<Suite> drain;
    private volatile boolean stopping;

    private StopHook(Consumer<Suite> drain) {
        this.drain = drain;
    }

    static StopHook installed(Consumer<Suite> drain) {
        StopHook hook = new StopHook(drain);
        Runtime.getRuntime().addShutdownHook(hook.thread);
        return hook;
    }

    void remove() {
        Runtime.getRuntime().removeShutdownHook(thread);
    }

    /** The start has come to its end. */
    void hasStarted(Suite suite) {
        started.complete(Optional.of(suite));
    }

    /** The start has failed, and nothing of it is left. */
    void hasNotStarted() {
        started.complete(Optional.empty());
    }

    boolean isStopping() {
        return stopping;
    }

    private void stop() {
        stopping = true;
        try {
            started.get(LONGEST_STEP.toSeconds(), TimeUnit.SECONDS).ifPresent(drain);
        } catch (TimeoutException | ExecutionException stuck) {
            // Nothing is left to be done in order.
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
