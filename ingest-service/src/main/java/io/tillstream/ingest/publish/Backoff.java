package io.tillstream.ingest.publish;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses between retries: capped exponential, with full jitter, so that callers do not come back in step. */
record Backoff(Duration first, Duration most, RandomGenerator random) {

    private static final int MAX_DOUBLINGS = 30;

    /** The pause before a retry, after so many failures in a row. */
    Duration pause(int failures) {
        long doubled = first.toNanos() << Math.min(failures - 1, MAX_DOUBLINGS);
        long bound = doubled <= 0 ? most.toNanos() : Math.min(doubled, most.toNanos());
        return Duration.ofNanos(random.nextLong(bound + 1));
    }
}
