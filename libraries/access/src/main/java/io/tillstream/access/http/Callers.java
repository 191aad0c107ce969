package io.tillstream.access.http;

import io.tillstream.access.Caller;
import io.tillstream.access.keys.Key;
import io.tillstream.access.keys.KeyEntry;
import io.tillstream.access.keys.KeyRing;
import io.tillstream.access.rate.Quotas;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Finds the caller whose key or token was presented. */
final class Callers implements AuthenticationManager {

    private final KeyRing keys;
    private final KeyLifetimes lifetimes;
    private final Quotas quotas;
    private final @Nullable AuthenticationManager tokens;

    /** @param tokens who knows JWTs, if anybody does */
    Callers(KeyRing keys, KeyLifetimes lifetimes, Quotas quotas, @Nullable AuthenticationManager tokens) {
        this.keys = keys;
        this.lifetimes = lifetimes;
        this.quotas = quotas;
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        String token = ((BearerTokenAuthenticationToken) presented).getToken();
        return tokens == null || token.startsWith(Key.PREFIX) ? holder(token) : tokens.authenticate(presented);
    }

    private Authentication holder(String key) {
        KeyEntry entry = keys.find(key).orElseThrow(() -> new BadCredentialsException("an unknown key"));
        lifetimes.require(entry);
        return new CallerAuthentication(
                new Caller(entry.id(), entry.scopes(), entry.storeId(), quotas.ofKey(entry.id(), entry.ownLimits())));
    }
}
