package io.tillstream.access;

/**
 * Paths that ask for a scope of their own, and keep a caller who is bound to a store to that store.
 *
 * @param pattern which paths
 * @param scope what they ask for
 * @param isForPublicKeys whether a public key may have this scope, and the pages it is for may call these paths
 */
public record ScopedPath(String pattern, Scope scope, boolean isForPublicKeys) {

    /** Paths for callers whom nobody else can pass for. */
    public static ScopedPath of(String pattern, Scope scope) {
        return new ScopedPath(pattern, scope, false);
    }

    /** Paths for public keys as well. */
    public static ScopedPath forPublicKeys(String pattern, Scope scope) {
        return new ScopedPath(pattern, scope, true);
    }
}
