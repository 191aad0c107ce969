package io.tillstream.access.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.access.keys.KeyRing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Meters of the keys of a service. */
final class KeyMeters {

    private KeyMeters() {}

    static void register(KeyRing keys, Duration soon, Clock clock, MeterRegistry registry) {
        Gauge.builder("tillstream.access.keys", keys, KeyRing::size)
                .description("Keys that are known")
                .register(registry);
        Gauge.builder("tillstream.access.keys.stale", keys, ring -> ring.isStale() ? 1 : 0)
                .description("1 while the file of keys cannot be used and earlier keys are in force")
                .register(registry);
        Gauge.builder("tillstream.access.keys.expired", keys, ring -> ring.expiredAt(clock.instant()))
                .description("Keys that are known and refused, because they have expired")
                .register(registry);
        Gauge.builder("tillstream.access.keys.expiring", keys, ring -> expiring(ring, clock.instant(), soon))
                .description("Keys that will expire within tillstream.access.keys-expire-soon")
                .register(registry);
    }

    private static int expiring(KeyRing keys, Instant now, Duration soon) {
        return keys.expiredAt(now.plus(soon)) - keys.expiredAt(now);
    }
}
