package io.tillstream.access.keys;

import io.tillstream.access.Scope;
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
 * @param entry what a file of keys must hold of it: lines of a YAML list, which give nothing away
 */
public record IssuedKey(String key, List<String> entry) {

    public IssuedKey {
        entry = List.copyOf(entry);
    }

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
        List<String> entry = new ArrayList<>();
        entry.add("- id: '" + id + "'");
        entry.add("  hash: '" + key.hash() + "'");
        entry.add("  scopes: " + new TreeSet<>(scopes));
        if (store != null) {
            entry.add("  store-id: '" + store.value().replace("'", "''") + "'");
        }
        if (expires != null) {
            entry.add("  expires: '" + expires.truncatedTo(ChronoUnit.SECONDS) + "'");
        }
        return new IssuedKey(key.reveal(), entry);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "an issued key";
    }
}
