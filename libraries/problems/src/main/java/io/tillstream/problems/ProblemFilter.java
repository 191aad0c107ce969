package io.tillstream.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Handles what other filters and the dispatcher throw: faults of the caller as problems of theirs, without a word in
 * the log, and all others as one of this side, without a word of it to the caller.
 */
final class ProblemFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
            if (!request.isAsyncStarted() && isBareError(response)) {
                answer(response, response.getStatus());
            }
        } catch (InvalidParameterException e) {
            answer(response, e.getErrorCode());
        } catch (BadRequestException e) {
            answer(response, HttpStatus.BAD_REQUEST.value());
        } catch (ServletException | RuntimeException e) {
            // The edge of a request's thread: whatever is not foreseen must not show its internals to the caller.
            LOG.error("A request failed", e);
            answer(response, HttpStatus.INTERNAL_SERVER_ERROR.value());
        }
    }

    /** As where no form of an answer could be agreed on, not even one of a problem. */
    private static boolean isBareError(HttpServletResponse response) {
        return response.getStatus() >= HttpStatus.BAD_REQUEST.value()
                && response.getContentType() == null
                && !response.isCommitted();
    }

    /** What has been sent stays sent; the server then breaks the connection, so that nobody takes it for the whole. */
    private static void answer(HttpServletResponse response, int status) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("A request failed after its answer had begun");
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(StatusProblem.document(status).getBytes(StandardCharsets.UTF_8));
    }
}
