package io.tillstream.access;

import io.tillstream.access.rate.Quota;
import io.tillstream.model.StoreId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Who sent a request, and what they may do. A controller takes it as an argument. */
public final class Caller {

    private final String name;
    private final Set<Scope> scopes;
    private final @Nullable StoreId store;
    private final Quota quota;
    private final LongAdder rows = new LongAdder();

    public Caller(String name, Set<Scope> scopes, @Nullable StoreId store, Quota quota) {
        this.name = name;
        this.scopes = Set.copyOf(scopes);
        this.store = store;
        this.quota = quota;
    }

    /** Anybody, where everybody may do everything that there is. */
    public static Caller open(Scopes scopes) {
        return new Caller("open", scopes.all(), null, Quota.unlimited());
    }

    /** The id of their key, or the subject of their token. */
    public String name() {
        return name;
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    /** The only store they may speak for; none when they may speak for any. */
    public Optional<StoreId> store() {
        return Optional.ofNullable(store);
    }

    /**
     * Takes this many rows from the caller's rate, all or none.
     *
     * @return nothing when they were taken; otherwise how long to wait before asking again
     */
    public Optional<Duration> takeRows(long count) {
        rows.add(count);
        return quota.takeRows(count);
    }

    /** Notes that an answer to this caller holds so many rows, for the audit log. */
    public void noteRows(long count) {
        rows.add(count);
    }

    /** How many rows this caller's request held, or its answer holds, as far as either is known. */
    public long rows() {
        return rows.sum();
    }

    /** The same for one request. */
    public Optional<Duration> takeRequest() {
        return quota.takeRequest();
    }

    @Override
    public String toString() {
        return name;
    }
}
