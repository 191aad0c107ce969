package io.tillstream.access;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service tells its guard, as a bean. A service that says nothing asks for {@link Scope#ADMIN} everywhere.
 *
 * @param scope what all its paths ask for, but for health, its OpenAPI document, its pages, those with a scope of their own
 *     and the other endpoints of the actuator
 * @param pages patterns of paths that hold no data, and that everybody may have, such as those of a user interface
 * @param storeAware patterns of paths that keep a caller who is bound to a store to that store; all others are refused
 * to
 *     such callers
 * @param scopedPaths paths that ask for another scope; the first whose pattern matches counts
 */
public record GuardedApi(Scope scope, List<String> pages, List<String> storeAware, List<ScopedPath> scopedPaths) {

    public GuardedApi {
        pages = List.copyOf(pages);
        storeAware = List.copyOf(storeAware);
        scopedPaths = List.copyOf(scopedPaths);
    }

    /** With one scope for all paths. */
    public GuardedApi(Scope scope, List<String> pages, List<String> storeAware) {
        this(scope, pages, storeAware, List.of());
    }

    /** Without pages, and with nothing for callers who are bound to a store. */
    public GuardedApi(Scope scope) {
        this(scope, List.of(), List.of());
    }

    /** The scopes that its paths ask for. */
    public Scopes scopes() {
        return new Scopes(scopes(path -> true, Stream.of(scope)), scopes(ScopedPath::isForPublicKeys, Stream.empty()));
    }

    /** Patterns of the paths that public keys may call. */
    public List<String> pathsForPublicKeys() {
        return scopedPaths.stream()
                .filter(ScopedPath::isForPublicKeys)
                .map(ScopedPath::pattern)
                .toList();
    }

    private Set<Scope> scopes(Predicate<ScopedPath> which, Stream<Scope> others) {
        return Stream.concat(others, scopedPaths.stream().filter(which).map(ScopedPath::scope))
                .collect(Collectors.toSet());
    }
}
