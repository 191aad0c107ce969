package io.tillstream.ingest.http;

import io.tillstream.problems.StatusProblem;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The problems this service answers with. Their type URIs are stable; programs may rely on them. */
enum ProblemType {
    MALFORMED_BODY(HttpStatus.BAD_REQUEST, "Malformed body"),
    UNREADABLE_BODY(HttpStatus.BAD_REQUEST, "Unreadable body"),
    BAD_IDEMPOTENCY_KEY(HttpStatus.BAD_REQUEST, "Bad Idempotency-Key"),
    BAD_PARAMETER(HttpStatus.BAD_REQUEST, "Bad parameter"),
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "Bad request"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),
    BODY_TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "Body too slow"),
    TOO_MANY_BYTES(HttpStatus.CONTENT_TOO_LARGE, "Too many bytes"),
    TOO_MANY_ROWS(HttpStatus.CONTENT_TOO_LARGE, "Too many rows"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
    UNSUPPORTED_CONTENT_ENCODING(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported content encoding"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Idempotency-Key reused"),
    NO_VALID_ROW(HttpStatus.UNPROCESSABLE_CONTENT, "No valid row"),
    TOO_MANY_ROWS_A_SECOND(HttpStatus.TOO_MANY_REQUESTS, "Too many rows per second"),
    TOO_MANY_REQUESTS_OF_A_CALLER(HttpStatus.TOO_MANY_REQUESTS, "Too many requests of one caller at a time"),
    TOO_MANY_REQUESTS_AT_A_TIME(HttpStatus.SERVICE_UNAVAILABLE, "Too many requests at a time"),
    TOO_MANY_ROWS_IN_FLIGHT(HttpStatus.SERVICE_UNAVAILABLE, "Too many rows in flight"),
    STREAM_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Stream unavailable"),
    STREAM_REFUSES(HttpStatus.SERVICE_UNAVAILABLE, "Stream refuses rows"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error");

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    URI uri() {
        return StatusProblem.type(slug());
    }

    /** The end of the URI. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problems of one status. */
    static ProblemType[] all(HttpStatus status) {
        return Arrays.stream(values()).filter(type -> type.status == status).toArray(ProblemType[]::new);
    }
}
