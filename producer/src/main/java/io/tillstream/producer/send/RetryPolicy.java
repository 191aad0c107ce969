package io.tillstream.producer.send;

import io.tillstream.model.retry.Backoff;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a request is sent again: a random time up to a bound that doubles, so that many clients do
 * not come back at once.
 *
 * @param giveUpAfter how long after the first failure the last retry may begin
 * @param random numbers from 0 to below 1
 */
public record RetryPolicy(Backoff backoff, Duration giveUpAfter, DoubleSupplier random) {

    /** The pause before retry number {@code retry}, counted from 0; never shorter than the service asked for. */
    Duration pause(int retry, Duration notBefore) {
        Duration bound = backoff.bound(retry + 1);
        Duration jittered = Duration.ofNanos((long) (bound.toNanos() * random.getAsDouble()));
        // On top of what the service asked for, because it asks the same of everyone.
        return notBefore.isZero() ? jittered : notBefore.plus(jittered.dividedBy(2));
    }
}
