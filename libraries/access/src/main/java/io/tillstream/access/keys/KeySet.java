package io.tillstream.access.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tillstream.access.Scopes;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Entries by their ids. Finding one takes as long whether it is there or not, and however near the key is. */
final class KeySet {

    private static final String NO_HASH = "0".repeat(64);

    private final Map<String, KeyEntry> entries;
    private final Set<String> origins;

    private KeySet(Map<String, KeyEntry> entries) {
        this.entries = entries;
        this.origins = entries.values().stream()
                .flatMap(entry -> entry.origins().stream())
                .map(WebOrigin::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException when one of them must not be, or two have the same id */
    static KeySet of(List<KeyEntry> list, Scopes scopes) {
        Map<String, KeyEntry> entries = new HashMap<>();
        for (KeyEntry entry : list) {
            EntryRules.require(entry, scopes);
            if (entries.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException("there are two keys " + entry.id());
            }
        }
        return new KeySet(Map.copyOf(entries));
    }

    Optional<KeyEntry> find(String text) {
        Key key = new Key(text);
        Optional<KeyEntry> entry = key.id().map(entries::get);
        String expected = entry.map(KeyEntry::hash).orElse(NO_HASH);
        boolean same = MessageDigest.isEqual(key.hash().getBytes(US_ASCII), expected.getBytes(US_ASCII));
        return same ? entry : Optional.empty();
    }

    boolean hasPublicKeyFor(String origin) {
        return origins.contains(origin);
    }

    int size() {
        return entries.size();
    }

    int expiredAt(Instant moment) {
        return Math.toIntExact(entries.values().stream()
                .filter(entry -> entry.isExpiredAt(moment))
                .count());
    }
}
