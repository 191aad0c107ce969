package io.tillstream.ingest.publish;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A caller that waits for its lines. It has one result, and that is "stored" only after every line's acknowledgement.
 */
final class PublishRequest {

    private final CompletableFuture<PublishResult> result = new CompletableFuture<>();
    private final AtomicInteger missing;
    private final long startedAt;

    PublishRequest(int lines, long startedAt) {
        this.missing = new AtomicInteger(lines);
        this.startedAt = startedAt;
    }

    long startedAt() {
        return startedAt;
    }

    /** Counts lines that the stream has acknowledged. */
    void acknowledge(int lines) {
        if (missing.addAndGet(-lines) == 0) {
            result.complete(new PublishResult.Stored());
        }
    }

    /** Ends the wait, unless it has ended. */
    void end(PublishResult end) {
        result.complete(end);
    }

    /** Whether nobody waits for the lines any longer. */
    boolean isOver() {
        return result.isDone();
    }

    /** How many lines the stream has not acknowledged. */
    int missing() {
        return missing.get();
    }

    /** Waits this long for the result, and then ends the wait with the given one. */
    PublishResult await(Duration timeout, Supplier<PublishResult> otherwise) {
        try {
            return result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // As the caller was told it might.
        } catch (ExecutionException e) {
            throw new IllegalStateException("A result is never exceptional", e);
        }
        end(otherwise.get());
        return result.join();
    }
}
