package io.tillstream.access.http;

import io.tillstream.access.Caller;
import io.tillstream.access.keys.Key;
import io.tillstream.access.keys.KeyEntry;
import io.tillstream.access.keys.KeyRing;
import io.tillstream.access.rate.Quota;
import io.tillstream.access.rate.Quotas;
import io.tillstream.access.rate.Rate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Finds the caller whose key or token was presented. */
final class Callers implements AuthenticationManager {

    private final KeyRing keys;
    private final KeyLifetimes lifetimes;
    private final PublicKeys publicKeys;
    private final Quotas quotas;
    private final @Nullable AuthenticationManager tokens;

    /** @param tokens who knows JWTs, if anybody does */
    Callers(
            KeyRing keys,
            KeyLifetimes lifetimes,
            PublicKeys publicKeys,
            Quotas quotas,
            @Nullable AuthenticationManager tokens) {
        this.keys = keys;
        this.lifetimes = lifetimes;
        this.publicKeys = publicKeys;
        this.quotas = quotas;
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        String token = ((BearerTokenAuthenticationToken) presented).getToken();
        return tokens == null || token.startsWith(Key.PREFIX)
                ? holder(token, RequestSource.of(presented))
                : tokens.authenticate(presented);
    }

    private Authentication holder(String key, RequestSource source) {
        KeyEntry entry = keys.find(key).orElseThrow(() -> new BadCredentialsException("an unknown key"));
        publicKeys.require(entry, source);
        lifetimes.require(entry);
        return new CallerAuthentication(
                new Caller(entry.id(), entry.scopes(), entry.storeId(), quota(entry, source.address())));
    }

    private Quota quota(KeyEntry entry, String address) {
        Rate perAddress = entry.perAddress();
        return perAddress == null
                ? quotas.ofKey(entry.id(), entry.ownLimits())
                : quotas.ofKeyAt(address, perAddress, entry.id(), entry.ownLimits());
    }
}
