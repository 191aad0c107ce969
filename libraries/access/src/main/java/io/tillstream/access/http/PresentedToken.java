package io.tillstream.access.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Finds the key or token that a request carries: {@code X-Api-Key}, {@code Authorization} as a bearer, or a key as a
 * parameter.
 */
final class PresentedToken implements AuthenticationConverter {

    static final String API_KEY = "X-Api-Key";
    private static final String SCHEME = "Bearer ";

    @Override
    public @Nullable BearerTokenAuthenticationToken convert(HttpServletRequest request) {
        String key = request.getHeader(API_KEY);
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        String inUrl = KeyInUrl.of(request);
        if (Stream.of(key, authorization, inUrl).filter(Objects::nonNull).count() > 1) {
            throw new BadCredentialsException("two credentials");
        }
        String token = key != null ? key.strip() : inUrl != null ? inUrl : bearer(authorization);
        if (token == null) {
            return null;
        }
        if (token.isEmpty()) {
            throw new BadCredentialsException("an empty credential");
        }
        BearerTokenAuthenticationToken presented = new BearerTokenAuthenticationToken(token);
        presented.setDetails(RequestSource.of(request));
        return presented;
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }
}
