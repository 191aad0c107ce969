package io.tillstream.access.keys;

import static java.util.stream.Collectors.joining;

import io.tillstream.access.Scope;
import io.tillstream.access.rate.Rate;
import io.tillstream.model.StoreId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A new key.
 *
 * @param key the key as its holder presents it
 * @param stored what is kept of it
 */
public record IssuedKey(String key, KeyEntry stored) {

    /**
     * Generates one.
     *
     * @param id what to call it
     * @param scopes what its holder may do
     * @param store the only store its holder may speak for; any when there is none
     * @param expires the moment from which it is refused; never when there is none
     * @throws IllegalArgumentException when the id is none
     */
    public static IssuedKey random(String id, Set<Scope> scopes, @Nullable StoreId store, @Nullable Instant expires) {
        Key key = Key.random(id);
        return new IssuedKey(key.reveal(), KeyEntry.secret(id, key.hash(), scopes, store, expires));
    }

    /** The same key, good only from pages of these origins if there are any, and with this rate for each address. */
    IssuedKey boundTo(Set<WebOrigin> origins, @Nullable Rate perAddress) {
        return new IssuedKey(key, stored.boundTo(origins, perAddress));
    }

    /** What a file of keys must hold of it: lines of a YAML list, which give nothing away. */
    public List<String> entry() {
        List<String> entry = new ArrayList<>();
        entry.add("- id: '" + stored.id() + "'");
        entry.add("  hash: '" + stored.hash() + "'");
        entry.add("  scopes: " + new TreeSet<>(stored.scopes()));
        StoreId store = stored.storeId();
        if (store != null) {
            entry.add("  store-id: '" + store.value().replace("'", "''") + "'");
        }
        Instant expires = stored.expires();
        if (expires != null) {
            entry.add("  expires: '" + expires.truncatedTo(ChronoUnit.SECONDS) + "'");
        }
        if (stored.isPublic()) {
            entry.add("  origins: "
                    + stored.origins().stream().map(o -> "'" + o + "'").sorted().collect(joining(", ", "[", "]")));
        }
        Rate rate = stored.perAddress();
        if (rate != null) {
            entry.add("  per-address: {per-second: " + rate.perSecond() + ", burst: " + rate.burst() + "}");
        }
        return entry;
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "an issued key";
    }
}
