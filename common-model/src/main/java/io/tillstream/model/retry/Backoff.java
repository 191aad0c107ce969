package io.tillstream.model.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Pauses between retries: a random time up to a bound that doubles with each failure, so that those that failed at the
 * same time do not come back at the same time.
 *
 * @param first the bound of the first pause
 * @param longest the bound of every pause
 */
public record Backoff(Duration first, Duration longest) {

    private static final int MAX_DOUBLINGS = 62;

    /**
     * The pause before the next attempt.
     *
     * @param failures how many attempts in a row have failed, at least 1
     */
    public Duration pause(int failures) {
        return pause(failures, ThreadLocalRandom.current());
    }

    public Duration pause(int failures, RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(bound(failures).toNanos() + 1));
    }

    /** The longest that the pause can be after so many failures in a row. */
    public Duration bound(int failures) {
        int doublings = Math.min(failures - 1, MAX_DOUBLINGS);
        boolean isLongest = first.toNanos() > (longest.toNanos() >> doublings);
        return isLongest ? longest : Duration.ofNanos(first.toNanos() << doublings);
    }
}
