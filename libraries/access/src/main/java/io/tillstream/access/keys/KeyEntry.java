package io.tillstream.access.keys;

import io.tillstream.access.Scope;
import io.tillstream.access.rate.Limits;
import io.tillstream.access.rate.Rate;
import io.tillstream.model.StoreId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the service stores of a key. The key itself is not: its hash recognises it and does not give it away.
 *
 * @param id its name: 1 to 64 letters, digits, points and hyphens
 * @param hash the SHA-256 of the whole key, as 64 hexadecimal digits
 * @param scopes what its holder may do
 * @param storeId the only store its holder may speak for; any when there is none
 * @param expires the moment from which it is refused; never when there is none
 * @param limits what its holder may send a second, where it differs from the defaults
 * @param origins the only pages that may use it; a key that has any is public, because these pages show it to everybody
 * @param perAddress how many rows, and how many requests, one client address may send with it; no bound when there is none
 */
public record KeyEntry(
        String id,
        String hash,
        Set<Scope> scopes,
        @Nullable StoreId storeId,
        @Nullable Instant expires,
        @Nullable Limits limits,
        @DefaultValue Set<WebOrigin> origins,
        @Nullable Rate perAddress) {

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
        origins = Set.copyOf(origins);
    }

    /** A key that is good from anywhere. */
    static KeyEntry secret(
            String id, String hash, Set<Scope> scopes, @Nullable StoreId store, @Nullable Instant expires) {
        return new KeyEntry(id, hash, scopes, store, expires, null, Set.of(), null);
    }

    /** The same key, for these pages and with this rate for each address. */
    KeyEntry boundTo(Set<WebOrigin> pages, @Nullable Rate rate) {
        return new KeyEntry(id, hash, scopes, storeId, expires, limits, pages, rate);
    }

    /** Whether everybody can read it, in the source of a page. */
    public boolean isPublic() {
        return !origins.isEmpty();
    }

    /** Whether it is good from pages of this origin. */
    public boolean isFor(@Nullable String origin) {
        return origins.stream().anyMatch(page -> page.text().equals(origin));
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
