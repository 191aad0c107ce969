package io.tillstream.access.keys;

import io.tillstream.access.Scope;
import io.tillstream.access.rate.Limits;
import io.tillstream.model.StoreId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the service stores of a key. The key itself is not: its hash recognises it and does not give it away.
 *
 * @param id its name: 1 to 64 letters, digits, points and hyphens
 * @param hash the SHA-256 of the whole key, as 64 hexadecimal digits
 * @param scopes what its holder may do
 * @param storeId the only store its holder may speak for; any when there is none
 * @param expires the moment from which it is refused; never when there is none
 * @param limits what its holder may send a second, where it differs from the defaults
 */
public record KeyEntry(
        String id,
        String hash,
        Set<Scope> scopes,
        @Nullable StoreId storeId,
        @Nullable Instant expires,
        @Nullable Limits limits) {

    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    public KeyEntry {
        if (id == null || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the id of a key must be 1 to 64 letters, digits, points and hyphens");
        }
        if (hash == null || !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("the hash of key " + id + " must be 64 hexadecimal digits");
        }
        if (scopes == null || scopes.isEmpty()) {
            throw new IllegalArgumentException("key " + id + " must have a scope");
        }
        hash = hash.toLowerCase(Locale.ROOT);
        scopes = Set.copyOf(scopes);
    }

    /** Whether it has expired by that moment. */
    public boolean isExpiredAt(Instant moment) {
        return expires != null && !moment.isBefore(expires);
    }

    /** Its own limits, none where it has none. */
    public Limits ownLimits() {
        return Objects.requireNonNullElse(limits, Limits.NONE);
    }

    /** Without the hash, which need not stand in logs. */
    @Override
    public String toString() {
        return "key " + id;
    }
}
