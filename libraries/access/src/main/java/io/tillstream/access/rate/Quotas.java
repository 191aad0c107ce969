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
    private final AddressRates addresses;

    private Quotas(Limits defaults, TimeMeter time, Runnable onRefusal, Runnable onAddressRefusal) {
        this.defaults = defaults;
        this.time = time;
        this.onRefusal = onRefusal;
        this.addresses = new AddressRates(time, onAddressRefusal);
    }

    /**
     * Quotas, full at first.
     *
     * @param defaults the limits of callers that have none of their own
     * @param onRefusal is told of every refusal of a caller's own limits
     * @param onAddressRefusal is told of every refusal of an address
     */
    public static Quotas of(Limits defaults, Runnable onRefusal, Runnable onAddressRefusal) {
        return of(defaults, TimeMeter.SYSTEM_NANOTIME, onRefusal, onAddressRefusal);
    }

    static Quotas of(Limits defaults, TimeMeter time, Runnable onRefusal, Runnable onAddressRefusal) {
        return new Quotas(defaults, time, onRefusal, onAddressRefusal);
    }

    /** The quota of the key with this id, the same as long as its limits are the same. */
    public Quota ofKey(String id, Limits own) {
        return of("key", id, own.orElse(defaults));
    }

    /** The same within what one client address may send, of rows and of requests, with this key. */
    public Quota ofKeyAt(String address, Rate perAddress, String id, Limits own) {
        return addresses.of(id, perAddress, address).and(ofKey(id, own));
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
