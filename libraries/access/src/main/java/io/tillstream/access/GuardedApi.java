package io.tillstream.access;

import java.util.List;

/**
 * What a service tells its guard, as a bean. A service that says nothing asks for {@link Scope#ADMIN} everywhere.
 *
 * @param scope what all its paths ask for, but for health, its OpenAPI document, its pages and the other endpoints of
 * the
 *     actuator
 * @param pages patterns of paths that hold no data, and that everybody may have, such as those of a user interface
 * @param storeAware patterns of paths that keep a caller who is bound to a store to that store; all others are refused
 * to
 *     such callers
 * @param administrative patterns of paths that ask for {@link Scope#ADMIN}, and keep a caller who is bound to a store
 * to it
 */
public record GuardedApi(Scope scope, List<String> pages, List<String> storeAware, List<String> administrative) {

    public GuardedApi {
        pages = List.copyOf(pages);
        storeAware = List.copyOf(storeAware);
        administrative = List.copyOf(administrative);
    }

    /** Without paths for administrators. */
    public GuardedApi(Scope scope, List<String> pages, List<String> storeAware) {
        this(scope, pages, storeAware, List.of());
    }

    /** Without pages, and with nothing for callers who are bound to a store. */
    public GuardedApi(Scope scope) {
        this(scope, List.of(), List.of());
    }
}
