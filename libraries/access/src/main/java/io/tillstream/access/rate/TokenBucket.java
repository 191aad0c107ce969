package io.tillstream.access.rate;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/** Fills at a rate up to its burst, and goes into debt for what is larger than that. */
final class TokenBucket {

    private final Bucket bucket;
    private final long burst;
    private final Runnable onRefusal;

    TokenBucket(Rate rate, TimeMeter time, Runnable onRefusal) {
        this.burst = rate.burst();
        this.onRefusal = onRefusal;
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** Takes all or nothing; if nothing, tells how long to wait. */
    Optional<Duration> take(long count) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(Math.min(count, burst));
        if (!probe.isConsumed()) {
            onRefusal.run();
            return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        if (count > burst) {
            bucket.consumeIgnoringRateLimits(count - burst);
        }
        return Optional.empty();
    }

    void giveBack(long count) {
        bucket.addTokens(count);
    }
}
