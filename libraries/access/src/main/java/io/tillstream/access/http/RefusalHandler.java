package io.tillstream.access.http;

import io.tillstream.access.rate.WrongKeys;
import io.tillstream.problems.ProblemResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Answers requests that are refused, with the challenges of RFC 6750. */
final class RefusalHandler implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalHandler.class);
    private static final String CHALLENGE = "Bearer realm=\"tillstream\"";
    private static final String INVALID = CHALLENGE + ", error=\"invalid_token\"";

    private final RefusalMeters meters;
    private final WrongKeys wrongKeys;

    RefusalHandler(RefusalMeters meters, WrongKeys wrongKeys) {
        this.meters = meters;
        this.wrongKeys = wrongKeys;
    }

    /** No key where one is needed. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException absent)
            throws IOException {
        meters.count(RefusalMeters.Reason.NO_KEY);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        ProblemResponse.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "No key",
                "Send a key as 'Authorization: Bearer ...' or as 'X-Api-Key: ...'.");
    }

    /** A key that is not valid, or whose validity cannot be checked. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        switch (failure) {
            case AuthenticationServiceException out -> cannotTell(response, out);
            case CredentialsExpiredException expired -> expired(response, expired);
            case ForeignOriginException foreign -> unknownPage(response);
            case SecretKeyInUrlException inUrl -> secretKeyInUrl(response);
            default -> wrong(request, response);
        }
    }

    private static void cannotTell(HttpServletResponse response, AuthenticationServiceException out)
            throws IOException {
        LOG.warn("A token cannot be checked: {}", out.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        ProblemResponse.write(
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "Token not checked",
                "The issuer's keys cannot be fetched. Send the same request again.");
    }

    private void expired(HttpServletResponse response, CredentialsExpiredException expired) throws IOException {
        meters.count(RefusalMeters.Reason.EXPIRED_KEY);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, INVALID);
        ProblemResponse.write(response, HttpStatus.UNAUTHORIZED, "Key expired", String.valueOf(expired.getMessage()));
    }

    /** A good key, which is spoilt. */
    private void secretKeyInUrl(HttpServletResponse response) throws IOException {
        meters.count(RefusalMeters.Reason.KEY_IN_URL);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, INVALID);
        ProblemResponse.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "Key in URL",
                "Only public keys may come in a URL, because proxies write URLs down. Send the key as 'X-Api-Key: ...',"
                        + " and ask the operator of this service for another.");
    }

    /** Those who send many are told to wait, and lose their connection. Good keys from there go on. */
    private void wrong(HttpServletRequest request, HttpServletResponse response) throws IOException {
        meters.count(RefusalMeters.Reason.BAD_KEY);
        Optional<Duration> wait = wrongKeys.count(request.getRemoteAddr());
        if (wait.isPresent()) {
            meters.count(RefusalMeters.Reason.TOO_MANY_WRONG_KEYS);
            response.setHeader(HttpHeaders.CONNECTION, "close");
            sayLater(response, wait.get(), "Too many wrong keys", "Too many wrong keys came from this address.");
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, INVALID);
        ProblemResponse.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "Bad key",
                "The key or token is unknown, malformed or expired, or the request has more than one.");
    }

    /** A valid key without the scope, or bound to one store where the answer covers others too. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof AuthorizationDeniedException result
                && result.getAuthorizationResult() instanceof OverAllStores.StoreBound) {
            meters.count(RefusalMeters.Reason.STORE);
            ProblemResponse.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "Store-bound key",
                    "The key is bound to a store, but this answer covers all stores. Use a key that is bound to no"
                            + " store, or look up invoices and customers of the store.");
            return;
        }
        meters.count(RefusalMeters.Reason.SCOPE);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"insufficient_scope\"");
        ProblemResponse.write(
                response, HttpStatus.FORBIDDEN, "Not allowed", "The key lacks the scope that this request needs.");
    }

    /** An address that two readers may understand in two ways, of whom one is the guard. */
    static void ambiguous(HttpServletResponse response) throws IOException {
        ProblemResponse.write(
                response,
                HttpStatus.BAD_REQUEST,
                "Bad request",
                "The method or the address of the request is not allowed.");
    }

    /** A host name that no program of this machine would use, in open mode. */
    void wrongHost(HttpServletResponse response) throws IOException {
        meters.count(RefusalMeters.Reason.WRONG_HOST);
        ProblemResponse.write(
                response,
                HttpStatus.MISDIRECTED_REQUEST,
                "Wrong host",
                "A service in open mode answers only to names of its own machine, such as localhost. Add others with"
                        + " tillstream.access.open-hosts.");
    }

    /** A page of another origin, in open mode. */
    void foreignOrigin(HttpServletResponse response) throws IOException {
        meters.count(RefusalMeters.Reason.FOREIGN_ORIGIN);
        ProblemResponse.write(
                response,
                HttpStatus.FORBIDDEN,
                "Foreign origin",
                "A service in open mode refuses requests from pages of other origins. Allow some with"
                        + " tillstream.access.cors.allowed-origins.");
    }

    /** A page of another origin, or a public key outside its pages. */
    void unknownPage(HttpServletResponse response) throws IOException {
        meters.count(RefusalMeters.Reason.FOREIGN_ORIGIN);
        ProblemResponse.write(
                response,
                HttpStatus.FORBIDDEN,
                "Foreign origin",
                "This origin, method or header is not allowed here. A public key is good for POST from the pages that its"
                        + " origins name; pages for all else are given by tillstream.access.cors.");
    }

    /** A good key, too often. It has been counted where the rate is kept. */
    void tooOften(HttpServletResponse response, Duration wait) throws IOException {
        sayLater(
                response,
                wait,
                "Too many requests",
                "More requests come with this key, or with it from this address, than are allowed. Send the same request"
                        + " again after the time in Retry-After.");
    }

    /** A request or rows of a good key were too many. */
    void countRate() {
        meters.count(RefusalMeters.Reason.RATE);
    }

    /** The same of one address. */
    void countAddressRate() {
        meters.count(RefusalMeters.Reason.ADDRESS_RATE);
    }

    private static void sayLater(HttpServletResponse response, Duration wait, String title, String detail)
            throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
        ProblemResponse.write(response, HttpStatus.TOO_MANY_REQUESTS, title, detail);
    }
}
