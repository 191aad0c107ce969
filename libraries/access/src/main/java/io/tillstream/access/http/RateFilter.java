package io.tillstream.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses the requests of a caller that exceeds its rate. */
final class RateFilter extends OncePerRequestFilter {

    private final RefusalHandler refusals;

    RateFilter(RefusalHandler refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait =
                SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                        ? known.getPrincipal().takeRequest()
                        : Optional.empty();
        if (wait.isPresent()) {
            refusals.tooOften(response, wait.get());
        } else {
            chain.doFilter(request, response);
        }
    }
}
