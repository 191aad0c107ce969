package io.tillstream.access.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;

/**
 * Where a key or token comes from.
 *
 * @param address of the client, or of the nearest proxy that is not trusted
 * @param origin of the page that sends it, as its browser says; none where there is no page, or more than one is named
 * @param isInUrl whether it came as a parameter
 */
record RequestSource(String address, @Nullable String origin, boolean isInUrl) {

    static RequestSource of(HttpServletRequest request) {
        List<String> origins = Collections.list(request.getHeaders(HttpHeaders.ORIGIN));
        return new RequestSource(
                request.getRemoteAddr(), origins.size() == 1 ? origins.getFirst() : null, KeyInUrl.of(request) != null);
    }

    /** The source of what {@link PresentedToken} has found. */
    static RequestSource of(Authentication presented) {
        if (presented.getDetails() instanceof RequestSource source) {
            return source;
        }
        throw new IllegalArgumentException("a credential of no request");
    }
}
