package io.tillstream.access.http;

import io.tillstream.access.Caller;
import io.tillstream.access.Scope;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Requires a scope, and a caller that is bound to no store: what is answered there is that of all of them. */
final class OverAllStores implements AuthorizationManager<RequestAuthorizationContext> {

    private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);
    private static final AuthorizationDecision DENIED = new AuthorizationDecision(false);

    private final Scope scope;

    OverAllStores(Scope scope) {
        this.scope = scope;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        Authentication presented = authentication.get();
        if (presented == null || !(presented.getPrincipal() instanceof Caller caller)) {
            return DENIED;
        }
        if (!caller.scopes().contains(scope)) {
            return DENIED;
        }
        return caller.store().isPresent() ? new StoreBound() : GRANTED;
    }

    /** The caller has the scope, for its store alone. */
    static final class StoreBound extends AuthorizationDecision {

        private StoreBound() {
            super(false);
        }
    }
}
