package io.tillstream.ingest.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.accept.BodyForm;
import io.tillstream.model.feed.Feeds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/** Counts requests by their feed, the form of their body and the class of their answer. */
final class RequestMeters extends OncePerRequestFilter {

    private static final List<String> STATUSES = List.of("2xx", "4xx", "5xx");
    private static final String OTHER = "other";

    private static final UrlPathHelper PATHS = UrlPathHelper.defaultInstance;

    private final Counter.Builder requests = Counter.builder("tillstream.ingest.requests")
            .description("Requests with rows, by the form of their body and the class of their answer");

    private final Feeds feeds;
    private final MeterRegistry registry;

    /** Shows every form and class from the start: what appears with its first failure has not risen, for an alert. */
    RequestMeters(Feeds feeds, MeterRegistry registry) {
        this.feeds = feeds;
        this.registry = registry;
        feeds.all().forEach(feed -> showAll(feed.name().value()));
    }

    private void showAll(String feed) {
        for (BodyForm form : BodyForm.values()) {
            STATUSES.forEach(status -> counter(feed, name(form), status));
        }
        STATUSES.forEach(status -> counter(feed, OTHER, status));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            String form = BodyFormats.form(request.getContentType())
                    .map(RequestMeters::name)
                    .orElse(OTHER);
            counter(feedOf(request), form, response.getStatus() / 100 + "xx").increment();
        }
    }

    private String feedOf(HttpServletRequest request) {
        String path = PATHS.getPathWithinApplication(request);
        return feeds.all().stream()
                .filter(feed -> feed.layout().path().equals(path))
                .findFirst()
                .map(feed -> feed.name().value())
                .orElse(OTHER);
    }

    private Counter counter(String feed, String form, String status) {
        return requests.withRegistry(registry).withTags("feed", feed, "form", form, "status", status);
    }

    private static String name(BodyForm form) {
        return form.name().toLowerCase(Locale.ROOT);
    }
}
