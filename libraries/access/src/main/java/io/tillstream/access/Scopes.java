package io.tillstream.access;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The scopes that there are.
 *
 * @param all what keys may have; a key with any other is refused, because it is misspelt
 * @param forPublicKeys which of them a public key may have, which everybody can read in the source of a page
 */
public record Scopes(Set<Scope> all, Set<Scope> forPublicKeys) {

    /** Those that there are whatever the feeds. */
    public static final Scopes BUILT_IN =
            new Scopes(Set.of(Scope.INGEST_WRITE, Scope.QUERY_READ, Scope.ADMIN), Set.of());

    public Scopes {
        all = sorted(all);
        forPublicKeys = sorted(forPublicKeys);
        if (!all.containsAll(forPublicKeys)) {
            throw new IllegalArgumentException("scopes of public keys must be among all scopes");
        }
        if (forPublicKeys.contains(Scope.INGEST_WRITE)
                || forPublicKeys.contains(Scope.QUERY_READ)
                || forPublicKeys.contains(Scope.ADMIN)) {
            throw new IllegalArgumentException("a public key must not read, administrate, or send sales");
        }
    }

    /**
     * Those, and one for each feed that is installed, whether or not a service takes its rows: all services may read one
     * file of keys.
     */
    public static Scopes installed() {
        Set<Scope> all = scopesOf(feed -> true);
        return BUILT_IN.and(new Scopes(all, scopesOf(Feed::isSentByPages)));
    }

    /** Scopes that public keys may have, too. */
    public static Scopes forPublicKeys(Scope... scopes) {
        Set<Scope> all = Arrays.stream(scopes).collect(Collectors.toSet());
        return new Scopes(all, all);
    }

    /** These and others. */
    public Scopes and(Scopes others) {
        return new Scopes(union(all, others.all), union(forPublicKeys, others.forPublicKeys));
    }

    /** The scope of this name, spelt exactly so. */
    public Optional<Scope> named(String text) {
        return all.stream().filter(scope -> scope.text().equals(text)).findFirst();
    }

    private static Set<Scope> scopesOf(Predicate<Feed> which) {
        return Feeds.installed().all().stream()
                .filter(which)
                .map(feed -> new Scope(feed.layout().scope()))
                .collect(Collectors.toSet());
    }

    private static Set<Scope> union(Set<Scope> some, Set<Scope> others) {
        SortedSet<Scope> both = new TreeSet<>(some);
        both.addAll(others);
        return both;
    }

    private static Set<Scope> sorted(Set<Scope> scopes) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
    }
}
