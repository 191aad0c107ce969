package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.StopSignal;
import io.tillstream.model.retry.Retry;
import io.tillstream.model.retry.RetryPolicy;
import java.time.Duration;
import java.util.function.Supplier;

/** Repeats a step until it succeeds, but not for ever: someone is waiting. */
final class ReprocessRetry {

    private static final RetryPolicy PAUSES =
            RetryPolicy.untilStopped(Duration.ofMillis(100), Duration.ofMillis(6_400));

    private final StopSignal stop;
    private final Retry retry;

    /** @param patience for how long a step may fail */
    ReprocessRetry(StopSignal stop, Duration patience) {
        this.stop = stop;
        this.retry =
                Retry.of(PAUSES.givingUpAfter(patience), RuntimeException.class).waitingBy(this::stoppedWithin);
    }

    <T> T untilDone(String what, Supplier<T> step) {
        try {
            return retry.untilDone(step::get);
        } catch (RuntimeException failure) {
            // The edge of the run: whatever it is, the step has changed nothing that its repetition would double.
            throw new NotDoneException(what + " failed: " + failure.getMessage());
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

    /** A step was left undone, because the run is to stop or has tried for long enough. */
    static final class NotDoneException extends RuntimeException {

        NotDoneException(String message) {
            super(message);
        }
    }
}
