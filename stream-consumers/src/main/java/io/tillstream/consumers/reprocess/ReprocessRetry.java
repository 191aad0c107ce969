package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.StopSignal;
import io.tillstream.model.retry.Backoff;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Repeats a step until it succeeds, with capped exponential backoff and full jitter, but not for ever: someone is
 * waiting.
 */
final class ReprocessRetry {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofMillis(6_400));

    private final StopSignal stop;
    private final Duration patience;

    /** @param patience for how long a step may fail */
    ReprocessRetry(StopSignal stop, Duration patience) {
        this.stop = stop;
        this.patience = patience;
    }

    <T> T untilDone(String what, Supplier<T> step) throws NotDoneException {
        long begin = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            String reason;
            try {
                return step.get();
            } catch (RuntimeException failure) {
                // The edge of the run: whatever it is, the step has changed nothing that its repetition would double.
                reason = what + " failed: " + failure.getMessage();
            }
            if (System.nanoTime() - begin > patience.toNanos() || stoppedWithin(BACKOFF.pause(attempt))) {
                throw new NotDoneException(reason);
            }
        }
    }

    private boolean stoppedWithin(Duration pause) {
        try {
            return stop.pause(pause);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
