package io.tillstream.model.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How often a failed step is retried, and after which pauses. The longest that a pause may be doubles with each
 * failure in a row.
 *
 * @param firstPause the longest pause after the first failure
 * @param longestPause the longest pause after any failure
 * @param jitter which share of the longest pause each one takes, from 0 to 1, so that those that failed at the same
 *     time do not come back at the same time
 * @param attempts after how many failures in a row it is given up
 * @param giveUpAfter after how long without success it is given up
 */
public record RetryPolicy(
        Duration firstPause, Duration longestPause, DoubleSupplier jitter, int attempts, Duration giveUpAfter) {

    /** Any part of the pause. */
    public static final DoubleSupplier FULL_JITTER =
            () -> ThreadLocalRandom.current().nextDouble();

    /** At least half of the pause. */
    public static final DoubleSupplier HALF_JITTER = () -> 0.5 + FULL_JITTER.getAsDouble() / 2;

    /** All of the pause. */
    public static final DoubleSupplier NO_JITTER = () -> 1;

    /** In nanoseconds this is 292 years. */
    private static final Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

    private static final int MAX_DOUBLINGS = 62;

    /** Retries until they are stopped, with full jitter. */
    public static RetryPolicy untilStopped(Duration firstPause, Duration longestPause) {
        return new RetryPolicy(firstPause, longestPause, FULL_JITTER, Integer.MAX_VALUE, NEVER);
    }

    /** Retries until they are stopped, after the same pause each time. */
    public static RetryPolicy every(Duration pause) {
        return untilStopped(pause, pause).withJitter(NO_JITTER);
    }

    public RetryPolicy withJitter(DoubleSupplier newJitter) {
        return new RetryPolicy(firstPause, longestPause, newJitter, attempts, giveUpAfter);
    }

    /** The same for as long as that. */
    public RetryPolicy givingUpAfter(Duration time) {
        return new RetryPolicy(firstPause, longestPause, jitter, attempts, time);
    }

    /** The same for so many attempts. */
    public RetryPolicy givingUpAfter(int newAttempts) {
        return new RetryPolicy(firstPause, longestPause, jitter, newAttempts, giveUpAfter);
    }

    /** Whether there is another attempt after so many failures in a row, the first of them begun so long ago. */
    public boolean allowsAnother(int failures, Duration failing) {
        return failures < attempts && failing.compareTo(giveUpAfter) < 0;
    }

    /**
     * The pause before the next attempt.
     *
     * @param failures how many attempts in a row have failed, at least 1
     */
    public Duration pauseAfter(int failures) {
        return Duration.ofNanos((long) (boundAfter(failures).toNanos() * jitter.getAsDouble()));
    }

    /** The pause if the server asks for a minimum, which it may ask of all callers at the same time. */
    public Duration pauseAfter(int failures, Duration notBefore) {
        Duration pause = pauseAfter(failures);
        return notBefore.isZero() ? pause : notBefore.plus(pause.dividedBy(2));
    }

    /** The longest that the pause can be after so many failures in a row. */
    Duration boundAfter(int failures) {
        int doublings = Math.min(failures - 1, MAX_DOUBLINGS);
        boolean isLongest = firstPause.toNanos() > (longestPause.toNanos() >> doublings);
        return isLongest ? longestPause : Duration.ofNanos(firstPause.toNanos() << doublings);
    }
}
