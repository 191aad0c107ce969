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
            " Send the same request again; with an Idempotency-Key or line ids nothing is stored twice.";

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

    static ErrorResponseException twoIdempotencyKeys() {
        return problem(
                ProblemType.BAD_IDEMPOTENCY_KEY,
                "The header Idempotency-Key and the parameter request hold different keys. Send one of them, or the same"
                        + " key in both.");
    }

    static ErrorResponseException idempotencyKeyReused() {
        return problem(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key was used before with other rows. None of the rows sent now is stored. Use a key"
                        + " again only to send the same rows again, and give every other request its own key.");
    }

    static ErrorResponseException badDetail() {
        return badParameter("The only value of the parameter detail is lines.");
    }

    static ErrorResponseException badParameter(String detail) {
        return problem(ProblemType.BAD_PARAMETER, detail);
    }

    static ErrorResponseException unsupportedCharset(List<Charset> charsets) {
        String detail = "A body of this media type may only be in " + charsets + ".";
        return problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    static ErrorResponseException unsupportedEncoding() {
        ErrorResponseException problem = problem(
                ProblemType.UNSUPPORTED_CONTENT_ENCODING,
                "Send the body as it is, or with Content-Encoding gzip; no other encoding is accepted, nor more than"
                        + " one.");
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
        String detail =
                "More rows per second come with this key, or with it from this address, than are allowed; none of"
                        + " the rows sent now is stored." + AGAIN;
        return unavailable(ProblemType.TOO_MANY_ROWS_A_SECOND, detail, wait);
    }

    static ErrorResponseException streamUnavailable(String reason, Duration retryAfter) {
        String detail = "Not every row is stored: " + reason + "." + AGAIN;
        return unavailable(ProblemType.STREAM_UNAVAILABLE, detail, retryAfter);
    }

    static ErrorResponseException streamRefuses() {
        String detail =
                "The stream refuses the rows, and will do so until the operator of this service has corrected the"
                        + " cause; the service's log names it."
                        + AGAIN;
        return unavailable(ProblemType.STREAM_REFUSES, detail, LATER);
    }

    static ErrorResponseException notFound(String detail) {
        return problem(ProblemType.NOT_FOUND, detail);
    }

    static ErrorResponseException internal() {
        return problem(ProblemType.INTERNAL_ERROR, "The error is in this service." + AGAIN);
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
