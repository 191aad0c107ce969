package io.tillstream.problems;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for faults of callers that a controller meets only when it asks for a parameter; ahead of other advice. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CallerFaultAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badParameter(InvalidParameterException bad) {
        return ResponseEntity.status(bad.getErrorCode()).body(problem(bad));
    }

    static ProblemDetail problem(InvalidParameterException bad) {
        return StatusProblem.problem(
                HttpStatus.valueOf(bad.getErrorCode()),
                "Bad parameter",
                "The parameters cannot be decoded, or are too many. Write them as UTF-8 with percent signs.");
    }
}
