package io.tillstream.query.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** One reading, on a thread of its own. */
final class LongReading<A> {

    private final AtomicBoolean started = new AtomicBoolean();
    private final Instant begun;
    private final FutureTask<A> answer;
    private volatile boolean getsOn;

    LongReading(Function<Runnable, A> reading, Instant begun) {
        this.begun = begun;
        this.answer = new FutureTask<>(() -> reading.apply(() -> getsOn = true));
    }

    Instant begun() {
        return begun;
    }

    /** Whether it has read anything. */
    boolean getsOn() {
        return getsOn;
    }

    /** Does nothing the second time. */
    void start(String store) {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("reads the " + store).start(answer);
        }
    }

    /** The answer; nothing when it does not come in time. */
    Optional<A> await(Duration patience) {
        try {
            return Optional.of(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw Deadline.rethrown(failed.getCause());
        }
    }

    void stop() {
        answer.cancel(true);
    }
}
