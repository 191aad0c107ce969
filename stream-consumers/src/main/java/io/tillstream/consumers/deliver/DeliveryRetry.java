package io.tillstream.consumers.deliver;

import io.micrometer.core.instrument.Counter;
import io.tillstream.model.retry.Backoff;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a step until it succeeds or the lease is over, with capped exponential backoff and full jitter. A sink that
 * is out for an hour costs an hour of lag and nothing else.
 */
final class DeliveryRetry {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRetry.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(20));

    private final Counter failures;

    DeliveryRetry(Counter failures) {
        this.failures = failures;
    }

    <T> T untilDone(String what, ShardLease lease, Supplier<T> step) throws DeliveryStoppedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return lease.callWhileHeld(what, step);
            } catch (RuntimeException failure) {
                // The edge of the shard: KCL would skip the batch if this got any further. It is counted, and tried
                // again whatever it is, because the checkpoint must not pass what is not stored.
                if (!lease.isOver()) {
                    failures.increment();
                    LOG.warn("{} failed in attempt {}, trying again: {}", what, attempt, failure.toString());
                }
            }
            if (lease.endsWithin(BACKOFF.pause(attempt))) {
                throw new DeliveryStoppedException(what + " had not succeeded when the lease ended");
            }
        }
    }
}
