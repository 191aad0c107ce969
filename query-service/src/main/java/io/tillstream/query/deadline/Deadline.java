package io.tillstream.query.deadline;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for an answer up to a deadline, whatever holds it up: the call is made on a thread of its own, which is
 * interrupted when the time has passed. That closes the socket that a virtual thread waits for.
 */
public record Deadline(String store, Duration within) {

    /**
     * Asks, and waits for the answer.
     *
     * @throws DeadlinePassedException when it did not come in time
     */
    public <A> A await(Supplier<A> question) {
        FutureTask<A> answer = new FutureTask<>(question::get);
        Thread.ofVirtual().name("asks the " + store).start(answer);
        try {
            return answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new DeadlinePassedException(store, within);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new DeadlinePassedException(store, within);
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    static RuntimeException rethrown(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
