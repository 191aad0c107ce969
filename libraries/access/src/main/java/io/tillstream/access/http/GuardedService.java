package io.tillstream.access.http;

import io.tillstream.access.GuardedApi;
import io.tillstream.access.Scopes;

/**
 * What is guarded.
 *
 * @param api what the service says of itself
 * @param scopes what its callers may have
 */
record GuardedService(GuardedApi api, Scopes scopes) {

    /** Knows the scopes that its own paths ask for besides those that it is told of. */
    static GuardedService of(GuardedApi api, Scopes told) {
        return new GuardedService(api, told.and(api.scopes()));
    }
}
