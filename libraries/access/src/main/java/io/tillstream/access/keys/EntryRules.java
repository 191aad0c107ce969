package io.tillstream.access.keys;

import static java.util.stream.Collectors.joining;

import io.tillstream.access.Scope;
import io.tillstream.access.Scopes;
import java.util.Set;
import java.util.TreeSet;

/** What a key must not be. */
final class EntryRules {

    private EntryRules() {}

    /** @throws UnusableKeyException when it has a scope that is none */
    static void require(KeyEntry key, Scopes scopes) {
        Set<Scope> unknown = without(key.scopes(), scopes.all());
        if (!unknown.isEmpty()) {
            throw new UnusableKeyException(
                    "Key " + key.id() + " has the scope " + text(unknown) + ", which is none.",
                    "Scopes are: " + text(scopes.all()) + ".");
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
