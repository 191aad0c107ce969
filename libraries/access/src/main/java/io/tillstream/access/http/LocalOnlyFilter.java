package io.tillstream.access.http;

import io.tillstream.localnames.LocalNames;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guards an open service against the pages in this machine's browser, which can reach loopback as every program can: by a
 * name of their own that leads here, and by requests across origins.
 */
final class LocalOnlyFilter extends OncePerRequestFilter {

    private final LocalNames names;
    private final List<String> allowedOrigins;
    private final RefusalHandler refusals;

    /** @param allowedOrigins origins of pages that may call, besides the service's own */
    LocalOnlyFilter(LocalNames names, List<String> allowedOrigins, RefusalHandler refusals) {
        this.names = names;
        this.allowedOrigins = List.copyOf(allowedOrigins);
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // As it was sent: what proxies add about it, a page could add as well.
        String host = Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST), request.getLocalAddr());
        if (!names.contain(host)) {
            refusals.wrongHost(response);
        } else if (Collections.list(request.getHeaders(HttpHeaders.ORIGIN)).stream()
                .anyMatch(origin -> isForeign(origin, host))) {
            refusals.foreignOrigin(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isForeign(String origin, String host) {
        return LocalNames.isForeign(origin, host)
                && !allowedOrigins.contains(origin.toLowerCase(Locale.ROOT))
                && !allowedOrigins.contains(CorsConfiguration.ALL);
    }
}
