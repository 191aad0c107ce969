package io.tillstream.access.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;

/**
 * What each client address may send with each key. It remembers so many; past that, those seldom seen begin again, which
 * gives whoever has many addresses no more than they give anyway.
 */
final class AddressRates {

    static final int REMEMBERED = 20_000;

    private final Cache<Client, Quota> quotas =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final TimeMeter time;
    private final Runnable onRefusal;

    AddressRates(TimeMeter time, Runnable onRefusal) {
        this.time = time;
        this.onRefusal = onRefusal;
    }

    /** So many rows, and so many requests. */
    Quota of(String key, Rate rate, String address) {
        return quotas.get(
                new Client(key, rate, ClientNetwork.of(address)),
                client -> Quota.of(new Limits(client.rate(), client.rate()), time, onRefusal));
    }

    long remembered() {
        quotas.cleanUp();
        return quotas.estimatedSize();
    }

    private record Client(String key, Rate rate, ClientNetwork network) {}
}
