package io.tillstream.access.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Answers the requests that do not get through, with the challenges of RFC 6750. */
final class Refusals implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String CHALLENGE = "Bearer realm=\"tillstream\"";

    private final RefusalMeters meters;

    Refusals(RefusalMeters meters) {
        this.meters = meters;
    }

    /** No key where one is needed. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException absent)
            throws IOException {
        meters.count(RefusalMeters.Reason.NO_KEY);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        Problems.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "No key",
                "Send a key as 'Authorization: Bearer ...' or as 'X-Api-Key: ...'.");
    }

    /** A key that is not good, or nobody there to tell whether it is. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            LOG.warn("A token cannot be checked: {}", failure.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            Problems.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Token not checked",
                    "The issuer's keys cannot be fetched. Send the same request again.");
            return;
        }
        meters.count(RefusalMeters.Reason.BAD_KEY);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
        Problems.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "Bad key",
                "The key or token is unknown, malformed, expired, or not the only one of the request.");
    }

    /** A good key without the scope. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        meters.count(RefusalMeters.Reason.SCOPE);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"insufficient_scope\"");
        Problems.write(response, HttpStatus.FORBIDDEN, "Not allowed", "The key lacks the scope that this needs.");
    }

    /** An address that two readers may understand in two ways, of whom one is the guard. */
    static void ambiguous(HttpServletResponse response) throws IOException {
        Problems.write(
                response,
                HttpStatus.BAD_REQUEST,
                "Bad request",
                "The method or the address of the request is not allowed.");
    }

    /** A good key, too often. It has been counted where the rate is kept. */
    void tooOften(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
        Problems.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many requests",
                "The key sends more requests than it may. Send the same request again after the time in Retry-After.");
    }
}
