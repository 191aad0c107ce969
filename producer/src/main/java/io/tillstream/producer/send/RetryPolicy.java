package io.tillstream.producer.send;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a request is sent again: a random time up to a bound that doubles, so that many clients do
 * not come back at once.
 *
 * @param giveUpAfter how long after the first failure the last retry may begin
 * @param random numbers from 0 to below 1
 */
public record RetryPolicy(Duration firstPause, Duration longestPause, Duration giveUpAfter, DoubleSupplier random) {

    private static final int MAX_DOUBLINGS = 30;

    /** The pause before retry number {@code retry}, counted from 0; never shorter than the service asked for. */
    Duration pause(int retry, Duration notBefore) {
        double bound = (double) firstPause.toNanos() * (1 << Math.min(retry, MAX_DOUBLINGS));
        double capped = Math.min(bound, (double) longestPause.toNanos());
        Duration jittered = Duration.ofNanos((long) (capped * random.getAsDouble()));
        // On top of what the service asked for, because it asks the same of everyone.
        return notBefore.isZero() ? jittered : notBefore.plus(jittered.dividedBy(2));
    }
}
