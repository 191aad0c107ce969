package io.tillstream.ingest.http;

import io.tillstream.ingest.accept.RequestRefused;
import io.tillstream.model.codec.MalformedRows;
import io.tillstream.problems.StatusProblem;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Makes the problem details (RFC 9457) of this service. */
final class Problems {

    private static final Duration SOON = Duration.ofSeconds(1);

    /** Someone has to look after the stream first. */
    private static final Duration LATER = Duration.ofSeconds(10);

    private static final String AGAIN =
            " Send the same request again; with an Idempotency-Key or line ids nothing doubles.";

    private Problems() {}

    static ErrorResponseException malformed(MalformedRows malformed) {
        ErrorResponseException problem = problem(ProblemType.MALFORMED_BODY, sentence(malformed.getMessage()));
        problem.getBody().setProperty("line", malformed.line());
        problem.getBody().setProperty("column", malformed.column());
        return problem;
    }

    static ErrorResponseException unreadable(String reason) {
        return problem(ProblemType.UNREADABLE_BODY, sentence(reason));
    }

    static ErrorResponseException badIdempotencyKey() {
        return problem(
                ProblemType.BAD_IDEMPOTENCY_KEY,
                "The Idempotency-Key must be 1 to 255 visible ASCII characters without blanks.");
    }

    static ErrorResponseException idempotencyKeyReused() {
        return problem(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key came with other rows before. None of these is stored. Send a request again with"
                        + " its own key and its own rows only, and give every other request a key of its own.");
    }

    static ErrorResponseException badDetail() {
        return badParameter("The parameter detail can only be lines.");
    }

    static ErrorResponseException badParameter(String detail) {
        return problem(ProblemType.BAD_PARAMETER, detail);
    }

    static ErrorResponseException unsupportedCharset(List<Charset> charsets) {
        String detail = "A body of this form may be in " + charsets + " only.";
        return problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    static ErrorResponseException unsupportedEncoding() {
        ErrorResponseException problem = problem(
                ProblemType.UNSUPPORTED_CONTENT_ENCODING,
                "The body may be sent with Content-Encoding gzip, or as it is; with no other coding, and not with"
                        + " two.");
        problem.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, "gzip");
        return problem;
    }

    static ErrorResponseException refused(RequestRefused refused) {
        String detail = sentence(refused.getMessage());
        return switch (refused.reason()) {
            case TOO_MANY_BYTES -> problem(ProblemType.TOO_MANY_BYTES, detail + " Send smaller requests.");
            case TOO_MANY_ROWS -> problem(ProblemType.TOO_MANY_ROWS, detail + " Send smaller requests.");
            case TOO_SLOW -> problem(ProblemType.BODY_TOO_SLOW, detail + " Send smaller requests.");
            case TOO_MANY_OF_SENDER -> unavailable(ProblemType.TOO_MANY_REQUESTS_OF_A_CALLER, detail + AGAIN, SOON);
            case TOO_MANY_REQUESTS -> unavailable(ProblemType.TOO_MANY_REQUESTS_AT_A_TIME, detail + AGAIN, SOON);
            case SATURATED -> unavailable(ProblemType.TOO_MANY_ROWS_IN_FLIGHT, detail + AGAIN, SOON);
        };
    }

    static ErrorResponseException timedOut() {
        return problem(ProblemType.BODY_TOO_SLOW, "The body stopped arriving before it was complete.");
    }

    static ErrorResponseException tooManyRowsASecond(Duration wait) {
        String detail = "This key sends more rows than it may; none of these is stored." + AGAIN;
        return unavailable(ProblemType.TOO_MANY_ROWS_A_SECOND, detail, wait);
    }

    static ErrorResponseException streamUnavailable(String reason, Duration retryAfter) {
        String detail = "Not every row is stored: " + reason + "." + AGAIN;
        return unavailable(ProblemType.STREAM_UNAVAILABLE, detail, retryAfter);
    }

    static ErrorResponseException streamRefuses() {
        String detail = "The stream refuses the rows and will go on doing so until the operator of this service has"
                + " looked after it; the service's log says why." + AGAIN;
        return unavailable(ProblemType.STREAM_REFUSES, detail, LATER);
    }

    static ErrorResponseException internal() {
        return problem(ProblemType.INTERNAL_ERROR, "The fault is on this side." + AGAIN);
    }

    private static ErrorResponseException unavailable(ProblemType type, String detail, Duration retryAfter) {
        ErrorResponseException problem = problem(type, detail);
        problem.getHeaders()
                .set(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
        return problem;
    }

    private static ErrorResponseException problem(ProblemType type, String detail) {
        return new ErrorResponseException(type.status(), body(type, detail), null);
    }

    static ProblemDetail body(ProblemType type, String detail) {
        return StatusProblem.problem(type.status(), type.uri(), type.title(), detail);
    }

    private static String sentence(@Nullable String reason) {
        String text = String.valueOf(reason);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
