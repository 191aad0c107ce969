package io.tillstream.access.keys;

import static java.util.stream.Collectors.joining;

import io.tillstream.access.Scope;
import io.tillstream.access.Scopes;
import java.util.Set;
import java.util.TreeSet;

/** What a key must not be. */
final class EntryRules {

    private EntryRules() {}

    /** @throws UnusableKeyException when it has a scope that is none, or is public and may do too much */
    static void require(KeyEntry key, Scopes scopes) {
        Set<Scope> unknown = without(key.scopes(), scopes.all());
        if (!unknown.isEmpty()) {
            throw new UnusableKeyException(
                    "Key " + key.id() + " has the scope " + text(unknown) + ", which is none.",
                    "Scopes are: " + text(scopes.all()) + ".");
        }
        if (key.isPublic()) {
            requireHarmless(key, scopes.forPublicKeys());
        }
    }

    private static void requireHarmless(KeyEntry key, Set<Scope> allowed) {
        Set<Scope> tooMuch = without(key.scopes(), allowed);
        if (!tooMuch.isEmpty()) {
            throw new UnusableKeyException(
                    "Key " + key.id() + " is public, because it has origins, and has the scope " + text(tooMuch)
                            + ": so would everybody who opens the page.",
                    (allowed.isEmpty()
                                    ? "No scope is for public keys here. "
                                    : "Leave it only what is for public keys: " + text(allowed) + ". ")
                            + "For the rest make another key, without origins, and keep it out of pages.");
        }
        if (key.perAddress() == null) {
            throw new UnusableKeyException(
                    "Key " + key.id() + " is public, because it has origins, and has no rate per address: one visitor"
                            + " could send as much as all.",
                    "Add per-address.per-second: how many rows a second one client address may send, such as 20.");
        }
    }

    private static Set<Scope> without(Set<Scope> scopes, Set<Scope> others) {
        Set<Scope> left = new TreeSet<>(scopes);
        left.removeAll(others);
        return left;
    }

    private static String text(Set<Scope> scopes) {
        return scopes.stream().map(Scope::text).collect(joining(", "));
    }
}
