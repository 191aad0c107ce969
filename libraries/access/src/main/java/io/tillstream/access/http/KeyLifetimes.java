package io.tillstream.access.http;

import io.tillstream.access.keys.KeyEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.CredentialsExpiredException;

/** Refuses expired keys, and warns once a day of each key in use that expires soon. */
final class KeyLifetimes {

    private static final Logger LOG = LoggerFactory.getLogger(KeyLifetimes.class);

    private final Map<String, LocalDate> warned = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration soon;

    KeyLifetimes(Clock clock, Duration soon) {
        this.clock = clock;
        this.soon = soon;
    }

    /** @throws CredentialsExpiredException when its time has passed; the message is for its holder */
    void require(KeyEntry key) {
        if (key.expires() == null) {
            return;
        }
        Instant now = clock.instant();
        if (key.isExpiredAt(now)) {
            throw new CredentialsExpiredException(
                    "This key expired at " + key.expires() + ". Ask the operator of this service for another.");
        }
        if (key.isExpiredAt(now.plus(soon))) {
            warnOnceADay(key, LocalDate.ofInstant(now, ZoneOffset.UTC));
        }
    }

    private void warnOnceADay(KeyEntry key, LocalDate today) {
        if (!today.equals(warned.put(key.id(), today))) {
            LOG.warn("Key {} expires at {}: give its holder another (`tillstream key new`)", key.id(), key.expires());
        }
    }
}
