package io.tillstream.access.rate;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is left of one caller's limits at this moment; safe for several threads. */
public final class Quota {

    private static final Quota UNLIMITED = of(Limits.NONE, TimeMeter.SYSTEM_NANOTIME, () -> {});

    private final @Nullable TokenBucket requests;
    private final @Nullable TokenBucket rows;
    private final Runnable onRefusal;

    private Quota(@Nullable TokenBucket requests, @Nullable TokenBucket rows, Runnable onRefusal) {
        this.requests = requests;
        this.rows = rows;
        this.onRefusal = onRefusal;
    }

    public static Quota unlimited() {
        return UNLIMITED;
    }

    static Quota of(Limits limits, TimeMeter time, Runnable onRefusal) {
        return new Quota(bucket(limits.requests(), time), bucket(limits.rows(), time), onRefusal);
    }

    /** Takes a request; if it cannot, tells how long to wait. */
    public Optional<Duration> takeRequest() {
        return take(requests, 1);
    }

    /**
     * Takes all the rows; if it cannot, takes none and tells how long to wait. More rows than the burst are taken from
     * a full quota, which is then in debt: every request can be sent at some time, and the rate holds.
     */
    public Optional<Duration> takeRows(long count) {
        return count == 0 ? Optional.empty() : take(rows, count);
    }

    private Optional<Duration> take(@Nullable TokenBucket bucket, long count) {
        Optional<Duration> wait = bucket == null ? Optional.empty() : bucket.take(count);
        if (wait.isPresent()) {
            onRefusal.run();
        }
        return wait;
    }

    private static @Nullable TokenBucket bucket(@Nullable Rate rate, TimeMeter time) {
        return rate == null ? null : new TokenBucket(rate, time);
    }
}
