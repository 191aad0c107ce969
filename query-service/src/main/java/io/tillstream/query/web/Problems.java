package io.tillstream.query.web;

import io.tillstream.invoicestore.InvoiceStoreUnavailableException;
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

/** Turns what went wrong into problem details; those of Spring's own errors come with the base class. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException absent) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(absent.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidParameterException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(InvoiceStoreUnavailableException out) {
        log.warn("The invoice store is unavailable: {}", out.toString());
        return unavailable("The invoice store does not answer just now; try again", "1");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(AnalyticsUnavailableException out) {
        log.warn("The warehouse is unavailable: {}", String.valueOf(out.getCause()));
        return unavailable("The warehouse does not answer just now; try again. Look-ups do not need it", "5");
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception bug) {
        log.error("A request failed", bug);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here; the log has the reason");
    }

    private static ResponseEntity<ProblemDetail> unavailable(String detail, String retryAfterSeconds) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail));
    }
}
