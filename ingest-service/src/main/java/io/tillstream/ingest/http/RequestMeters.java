package io.tillstream.ingest.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.accept.BodyForm;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts requests by the form of their body and the class of their answer. */
final class RequestMeters extends OncePerRequestFilter {

    private static final List<String> STATUSES = List.of("2xx", "4xx", "5xx");
    private static final String OTHER = "other";

    private final Counter.Builder requests = Counter.builder("tillstream.ingest.requests")
            .description("Requests with rows, by the form of their body and the class of their answer");

    private final MeterRegistry registry;

    /** Shows every form and class from the start: what appears with its first failure has not risen, for an alert. */
    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
        for (BodyForm form : BodyForm.values()) {
            STATUSES.forEach(status -> counter(name(form), status));
        }
        STATUSES.forEach(status -> counter(OTHER, status));
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
            counter(form, response.getStatus() / 100 + "xx").increment();
        }
    }

    private Counter counter(String form, String status) {
        return requests.withRegistry(registry).withTags("form", form, "status", status);
    }

    private static String name(BodyForm form) {
        return form.name().toLowerCase(Locale.ROOT);
    }
}
