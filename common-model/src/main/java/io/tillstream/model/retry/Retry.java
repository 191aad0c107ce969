package io.tillstream.model.retry;

import java.time.Duration;

/**
 * Tries a step again as long as it fails and the policy allows. Serves any number of steps at the same time.
 *
 * @param policy after which pauses, and for how long
 * @param retried which failures; any other ends it at once
 * @param told is told of each failure that is followed by another attempt
 * @param waiting waits between two attempts, and can be stopped
 */
public record Retry(RetryPolicy policy, Class<? extends RuntimeException> retried, Told told, Waiting waiting) {

    /** Retries after such failures without telling anyone, and stops when the thread is interrupted. */
    public static Retry of(RetryPolicy policy, Class<? extends RuntimeException> retried) {
        return new Retry(policy, retried, (failure, attempt) -> {}, Retry::interruptedWithin);
    }

    public Retry telling(Told listener) {
        return new Retry(policy, retried, listener, waiting);
    }

    public Retry waitingBy(Waiting other) {
        return new Retry(policy, retried, told, other);
    }

    /** Takes the step until it succeeds; throws its last failure when it was given up or stopped. */
    public <T, E extends Exception> T untilDone(Step<T, E> step) throws E {
        Attempts attempts = begin();
        while (true) {
            try {
                return step.take();
            } catch (RuntimeException failure) {
                attempts.failed(failure);
            }
        }
    }

    /** For a step that is done bit by bit, or that fails without an exception. */
    public Attempts begin() {
        return new Attempts(this);
    }

    private static boolean interruptedWithin(Duration pause) {
        try {
            Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The step that is tried. */
    @FunctionalInterface
    public interface Step<T, E extends Exception> {
        T take() throws E;
    }

    /** Is told of each failure, and how many there have been in a row. */
    @FunctionalInterface
    public interface Told {
        void tell(RuntimeException failure, int attempt);
    }

    /** A wait that can be stopped. */
    @FunctionalInterface
    public interface Waiting {

        /** Waits; whether it was stopped, and with it all attempts. */
        boolean stoppedWithin(Duration pause);
    }

    /** The attempts at one step, by one thread. */
    public static final class Attempts {

        private final Retry retry;
        private int failures;
        private long begun = System.nanoTime();

        private Attempts(Retry retry) {
            this.retry = retry;
        }

        /** Some of the step is done: whatever fails from here on is a first failure. */
        public void madeHeadway() {
            failures = 0;
            begun = System.nanoTime();
        }

        /** Waits until the next attempt, or throws the failure when there is none. */
        public void failed(RuntimeException failure) {
            failures++;
            Duration failing = Duration.ofNanos(System.nanoTime() - begun);
            if (!retry.retried.isInstance(failure) || !retry.policy.allowsAnother(failures, failing)) {
                throw failure;
            }
            retry.told.tell(failure, failures);
            if (retry.waiting.stoppedWithin(retry.policy.pauseAfter(failures))) {
                throw failure;
            }
        }
    }
}
