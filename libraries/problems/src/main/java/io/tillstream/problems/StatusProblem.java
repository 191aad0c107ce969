package io.tillstream.problems;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * The problem of a status where nothing more specific is known, as when the server itself refuses a request. The
 * types are stable; programs may rely on them.
 */
public enum StatusProblem {
    BAD_REQUEST(400, "Bad request", "The request line, a header, the address or the framing of the body is malformed."),
    NOT_FOUND(404, "Not found", "There is nothing at this address."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "This address does not take this method; see Allow."),
    NOT_ACCEPTABLE(406, "Not acceptable", "The answer is not available in any media type that Accept names."),
    BODY_TOO_SLOW(408, "Body too slow", "The request did not arrive in time."),
    TOO_MANY_BYTES(413, "Too many bytes", "The body is larger than this service takes."),
    ADDRESS_TOO_LONG(414, "Address too long", "The address is longer than this service takes."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "Unsupported media type", "The media type of the body is not one that this address takes."),
    RANGE_NOT_SATISFIABLE(416, "Range not satisfiable", "The range lies outside of what there is."),
    EXPECTATION_FAILED(417, "Expectation failed", "The only expectation that can be met is 100-continue."),
    HEADERS_TOO_LARGE(431, "Headers too large", "The headers are more than this service takes."),
    INTERNAL_ERROR(500, "Internal error", "The error is in this service; its log has the reason."),
    NOT_IMPLEMENTED(501, "Not implemented", "This service knows neither the method nor the transfer coding."),
    UNAVAILABLE(503, "Unavailable", "The service cannot answer at this moment. Send the same request again."),
    HTTP_VERSION_NOT_SUPPORTED(505, "HTTP version not supported", "This service speaks HTTP/1.1.");

    private static final String SCHEME = "urn:tillstream:problem:";
    private static final int FIRST_ERROR_OF_SERVER = 500;

    private final int status;
    private final String title;
    private final String detail;

    StatusProblem(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    /** The problem of a status; of one that none is meant for, the general one of its class. */
    static StatusProblem of(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status == status)
                .findFirst()
                .orElse(status < FIRST_ERROR_OF_SERVER ? BAD_REQUEST : INTERNAL_ERROR);
    }

    /** Gives a problem detail that has no type yet, as Spring makes them, the type and title of its status. */
    static void complete(ProblemDetail problem) {
        if (problem.getType() == null || "about:blank".equals(problem.getType().toString())) {
            StatusProblem known = of(problem.getStatus());
            problem.setType(known.type());
            problem.setTitle(known.title);
        }
    }

    /**
     * The problem detail of an error: every problem of every service is made here, so that none is without a type.
     *
     * @param title in a few plain words, of which the type is made
     */
    public static ProblemDetail problem(HttpStatus status, String title, String detail) {
        return problem(status, type(title.toLowerCase(Locale.ROOT).replace(' ', '-')), title, detail);
    }

    /** The problem detail of an error whose type does not follow from its title. */
    public static ProblemDetail problem(HttpStatus status, URI type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(type);
        problem.setTitle(title);
        return problem;
    }

    URI type() {
        return type(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The type of a problem by its name, as in {@code no-valid-row}: one scheme for all services. */
    public static URI type(String name) {
        return URI.create(SCHEME + name);
    }

    /** The document for a status. It holds nothing of the request, so that there is nothing to escape. */
    static String document(int status) {
        StatusProblem known = of(status);
        return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(known.type(), known.title, status, known.detail);
    }
}
