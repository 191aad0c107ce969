package io.tillstream.access.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;

/**
 * The quotas of all callers. It remembers so many; past that, those seldom seen begin again with a full quota, because
 * an issuer of tokens may know any number of subjects.
 */
public final class Quotas {

    private static final int REMEMBERED = 10_000;

    private final Cache<Owner, Quota> quotas =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Limits defaults;
    private final TimeMeter time;
    private final Runnable onRefusal;

    private Quotas(Limits defaults, TimeMeter time, Runnable onRefusal) {
        this.defaults = defaults;
        this.time = time;
        this.onRefusal = onRefusal;
    }

    /**
     * Quotas, full at first.
     *
     * @param defaults the limits of callers that have none of their own
     * @param onRefusal is told of every refusal
     */
    public static Quotas of(Limits defaults, Runnable onRefusal) {
        return of(defaults, TimeMeter.SYSTEM_NANOTIME, onRefusal);
    }

    static Quotas of(Limits defaults, TimeMeter time, Runnable onRefusal) {
        return new Quotas(defaults, time, onRefusal);
    }

    /** The quota of the key with this id, the same as long as its limits are the same. */
    public Quota ofKey(String id, Limits own) {
        return of("key", id, own.orElse(defaults));
    }

    /** The quota of the subject of a token. */
    public Quota ofSubject(String subject) {
        return of("subject", subject, defaults);
    }

    private Quota of(String kind, String name, Limits limits) {
        return limits.equals(Limits.NONE)
                ? Quota.unlimited()
                : quotas.get(new Owner(kind, name, limits), owner -> Quota.of(owner.limits(), time, onRefusal));
    }

    private record Owner(String kind, String name, Limits limits) {}
}
