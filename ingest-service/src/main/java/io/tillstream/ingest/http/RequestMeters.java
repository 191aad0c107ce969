package io.tillstream.ingest.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts requests by the form of their body and the class of their answer. */
final class RequestMeters extends OncePerRequestFilter {

    private final Counter.Builder requests = Counter.builder("tillstream.ingest.requests")
            .description("Requests to take rows, by the form of their body and the class of their answer");

    private final MeterRegistry meters;

    RequestMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            String form = BodyFormats.form(request.getContentType())
                    .map(known -> known.name().toLowerCase(Locale.ROOT))
                    .orElse("other");
            requests.withRegistry(meters)
                    .withTags("form", form, "status", response.getStatus() / 100 + "xx")
                    .increment();
        }
    }
}
