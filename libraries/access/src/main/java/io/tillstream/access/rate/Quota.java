package io.tillstream.access.rate;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is left of one caller's limits at this moment; safe for several threads. */
public final class Quota {

    private static final Quota UNLIMITED = new Quota(List.of(), List.of());

    private final List<TokenBucket> requests;
    private final List<TokenBucket> rows;

    private Quota(List<TokenBucket> requests, List<TokenBucket> rows) {
        this.requests = requests;
        this.rows = rows;
    }

    public static Quota unlimited() {
        return UNLIMITED;
    }

    static Quota of(Limits limits, TimeMeter time, Runnable onRefusal) {
        return new Quota(bucket(limits.requests(), time, onRefusal), bucket(limits.rows(), time, onRefusal));
    }

    /** This one and, once it has given, the other: what either refuses is taken from none. */
    Quota and(Quota other) {
        return new Quota(both(requests, other.requests), both(rows, other.rows));
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

    private static Optional<Duration> take(List<TokenBucket> buckets, long count) {
        for (int i = 0; i < buckets.size(); i++) {
            Optional<Duration> wait = buckets.get(i).take(count);
            if (wait.isPresent()) {
                buckets.subList(0, i).forEach(taken -> taken.giveBack(count));
                return wait;
            }
        }
        return Optional.empty();
    }

    private static List<TokenBucket> bucket(@Nullable Rate rate, TimeMeter time, Runnable onRefusal) {
        return rate == null ? List.of() : List.of(new TokenBucket(rate, time, onRefusal));
    }

    private static List<TokenBucket> both(List<TokenBucket> first, List<TokenBucket> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
