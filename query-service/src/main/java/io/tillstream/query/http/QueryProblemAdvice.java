package io.tillstream.query.http;

import static io.tillstream.problems.StatusProblem.problem;

import io.tillstream.query.deadline.DeadlinePassedException;
import io.tillstream.query.deadline.StillReadingException;
import io.tillstream.storecalls.StoreUnavailableException;
import io.tillstream.warehouse.analytics.AnalyticsTimeoutException;
import io.tillstream.warehouse.analytics.AnalyticsUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns what went wrong into problem details; those of Spring's own errors come with the base class, their types and
 * whatever passes the controllers by with the module problems.
 */
@RestControllerAdvice
class QueryProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(QueryProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException absent) {
        return problem(HttpStatus.NOT_FOUND, "Not found", String.valueOf(absent.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail severalShops(SeveralShopsException several) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, "Several shops", String.valueOf(several.getMessage()));
        problem.setProperty("stores", several.stores());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidParameterException wrong) {
        return problem(HttpStatus.BAD_REQUEST, "Bad parameter", String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(StoreUnavailableException out) {
        LOG.warn("The invoice store is unavailable: {}", out.toString());
        return again(
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Invoice store unavailable",
                        "The invoice store does not answer at the moment; try again"),
                "1");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(SessionsUnavailableException out) {
        LOG.warn("The session store is unavailable: {}", out.toString());
        return again(
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Session store unavailable",
                        "The session store does not answer at the moment; try again"),
                "1");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(AnalyticsUnavailableException out) {
        LOG.warn("The warehouse is unavailable: {}", String.valueOf(out.getCause()));
        return again(
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Warehouse unavailable",
                        "The warehouse does not answer at the moment; try again. Look-ups work without it"),
                "5");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> late(DeadlinePassedException late) {
        LOG.warn("{}", late.getMessage());
        return late(late.store());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> goesOn(StillReadingException reading) {
        return again(
                problem(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "Being added up",
                        "The answer takes longer to compute than a request may last. It is still being computed: ask"
                                + " again"),
                "10");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> late(AnalyticsTimeoutException late) {
        LOG.warn("The warehouse is too slow: {}", String.valueOf(late.getCause()));
        return late("warehouse");
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception bug) {
        LOG.error("A request failed", bug);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Internal error",
                "The error is in this service; its log has the reason");
    }

    private static ResponseEntity<ProblemDetail> late(String store) {
        return again(
                problem(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "Answer too late",
                        "The " + store + " did not answer in time; try again, or ask for less"),
                "5");
    }

    private static ResponseEntity<ProblemDetail> again(ProblemDetail problem, String retryAfterSeconds) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds)
                .body(problem);
    }
}
