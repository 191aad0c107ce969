package io.tillstream.access.http;

import io.tillstream.access.keys.KeyRing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsUtils;

/**
 * Pages of other origins that may call: those of the settings everywhere, those of public keys where such keys may be
 * used. A browser asks for this without a key, so that it cannot be told by the one key that the page has.
 */
final class AllowedPages implements CorsConfigurationSource {

    private static final CorsConfiguration NONE = new CorsConfiguration();

    private final AccessProperties.Cors settings;
    private final List<PathPatternRequestMatcher> pathsForPublicKeys;
    private final KeyRing keys;

    /** @param pathsForPublicKeys patterns of the paths that public keys may call */
    AllowedPages(AccessProperties.Cors settings, List<String> pathsForPublicKeys, KeyRing keys) {
        this.settings = settings;
        this.pathsForPublicKeys = pathsForPublicKeys.stream()
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList();
        this.keys = keys;
    }

    /** Whether no page of another origin can ever be allowed. */
    boolean areNone() {
        return settings.allowedOrigins().isEmpty() && pathsForPublicKeys.isEmpty();
    }

    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && keys.hasPublicKeyFor(origin) && isForPublicKeys(request)) {
            return pages(List.of(origin), List.of(HttpMethod.POST.name()));
        }
        if (!settings.allowedOrigins().isEmpty()) {
            return pages(settings.allowedOrigins(), settings.allowedMethods());
        }
        return CorsUtils.isPreFlightRequest(request) ? NONE : null;
    }

    private boolean isForPublicKeys(HttpServletRequest request) {
        return pathsForPublicKeys.stream().anyMatch(path -> path.matches(request));
    }

    private CorsConfiguration pages(List<String> origins, List<String> methods) {
        CorsConfiguration pages = new CorsConfiguration();
        pages.setAllowedOrigins(origins);
        pages.setAllowedMethods(methods);
        pages.setAllowedHeaders(settings.allowedHeaders());
        pages.setExposedHeaders(settings.exposedHeaders());
        pages.setMaxAge(settings.maxAge());
        return pages;
    }
}
