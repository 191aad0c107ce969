package io.tillstream.ingest.spill;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lines that wait in a journal.
 *
 * @param oldest when the oldest line was spilled; absent when none waits or it was not looked at yet
 */
record Backlog(long rows, long bytes, @Nullable Instant oldest) {

    static final Backlog NONE = new Backlog(0, 0, null);

    Backlog plus(Backlog other) {
        boolean otherIsOlder = oldest == null || (other.oldest != null && other.oldest.isBefore(oldest));
        return new Backlog(rows + other.rows, bytes + other.bytes, otherIsOlder ? other.oldest : oldest);
    }

    Duration age(Instant now) {
        return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    }
}
