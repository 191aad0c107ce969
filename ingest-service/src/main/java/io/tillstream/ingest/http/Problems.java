package io.tillstream.ingest.http;

import io.tillstream.ingest.accept.Batch;
import io.tillstream.ingest.accept.RequestRefused;
import io.tillstream.model.codec.MalformedRows;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The problem details (RFC 9457) of this service. */
final class Problems {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Problems() {}

    static ResponseEntity<Object> allRowsRejected(Batch batch) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "No row is valid", "See the errors.");
        problem.setProperty("accepted", 0);
        problem.setProperty("rejected", batch.rejected().size());
        problem.setProperty("errors", Answer.faults(batch));
        return answer(problem);
    }

    static ResponseEntity<Object> malformed(MalformedRows malformed) {
        ProblemDetail problem =
                problem(HttpStatus.BAD_REQUEST, "Malformed JSON", String.valueOf(malformed.getMessage()));
        problem.setProperty("line", malformed.line());
        problem.setProperty("column", malformed.column());
        return answer(problem);
    }

    static ResponseEntity<Object> unreadable() {
        return answer(problem(HttpStatus.BAD_REQUEST, "Unreadable body", "The body ended before it was complete."));
    }

    static ResponseEntity<Object> badIdempotencyKey() {
        return answer(problem(
                HttpStatus.BAD_REQUEST,
                "Bad Idempotency-Key",
                "The Idempotency-Key must have 1 to 255 characters and not be blank."));
    }

    static ResponseEntity<Object> refused(RequestRefused refused) {
        return switch (refused.reason()) {
            case TOO_MANY_BYTES, TOO_MANY_ROWS ->
                answer(problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "Too large",
                        "Send smaller requests: " + refused.getMessage() + "."));
            case SATURATED -> unavailable(String.valueOf(refused.getMessage()), RETRY_AFTER);
        };
    }

    static ResponseEntity<Object> unavailable(String reason, Duration retryAfter) {
        ProblemDetail problem = problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Stream saturated",
                "Not every row is stored: " + reason + ". Send the same request again; with an Idempotency-Key or line "
                        + "ids nothing doubles.");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())))
                .body(problem);
    }

    static ResponseEntity<Object> internal() {
        return answer(problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Internal error",
                "The fault is on this side. Send the same request again later."));
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
