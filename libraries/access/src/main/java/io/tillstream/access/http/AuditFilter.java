package io.tillstream.access.http;

import io.tillstream.access.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs every request of an authenticated caller once it is answered, whoever answers it. The endpoints of the
 * actuator hold no rows.
 */
final class AuditFilter extends OncePerRequestFilter {

    private static final String CALLER = AuditFilter.class.getName();
    private static final RequestMatcher ACTUATOR = EndpointRequest.toAnyEndpoint();

    private final AuditLog log;

    AuditFilter(AuditLog log) {
        this.log = log;
    }

    /** Tells whose request it is, as soon as that is known. */
    static void note(HttpServletRequest request, Caller caller) {
        request.setAttribute(CALLER, caller);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            int status = answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            if (request.getAttribute(CALLER) instanceof Caller caller && !ACTUATOR.matches(request)) {
                log.write(caller, request, status);
            }
        }
    }
}
