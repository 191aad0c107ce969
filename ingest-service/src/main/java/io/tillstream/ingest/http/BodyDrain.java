package io.tillstream.ingest.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what the service left unread of a request's body, so that a client that is still sending sees its answer and
 * not a reset of the connection. It does so within bounds, past which the connection is closed.
 */
final class BodyDrain extends OncePerRequestFilter {

    private final long maxBytes;
    private final Duration maxTime;
    private final InstantSource clock;

    BodyDrain(long maxBytes, Duration maxTime, InstantSource clock) {
        this.maxBytes = maxBytes;
        this.maxTime = maxTime;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant deadline = clock.instant().plus(maxTime);
        chain.doFilter(request, response);
        // Who waits for a 100 before sending needs no draining; to read would invite the body.
        boolean waits = request.getHeader(HttpHeaders.EXPECT) != null;
        if (response.getStatus() >= 400 && !isSlow(response) && !waits && request.getContentLengthLong() <= maxBytes) {
            drain(request, response, deadline);
        }
    }

    /** The server breaks off what is not finished when the body turns out broken. */
    private static void finish(HttpServletResponse response) throws IOException {
        try {
            response.getOutputStream().close();
        } catch (IllegalStateException e) {
            // It was written as text.
            response.getWriter().close();
        }
    }

    /** A body that came too slowly to be read is not worth waiting for. */
    private static boolean isSlow(HttpServletResponse response) {
        return response.getStatus() == HttpStatus.REQUEST_TIMEOUT.value();
    }

    private void drain(HttpServletRequest request, HttpServletResponse response, Instant deadline) throws IOException {
        try {
            ServletInputStream body = request.getInputStream();
            byte[] nowhere = new byte[8_192];
            long left = maxBytes;
            int count = 0;
            while (count >= 0 && left > 0 && clock.instant().isBefore(deadline)) {
                count = body.read(nowhere);
                left -= count;
            }
        } catch (IOException | IllegalStateException e) {
            // The answer stands already; a client that broke off does not wait for it.
            logger.debug("The rest of a body could not be read", e);
            finish(response);
        }
    }
}
