package io.tillstream.localcloud.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer that AWS documents as an error of its own: the code and the message that clients see. */
public final class AwsError extends RuntimeException {

    private final String code;
    private final int httpStatus;
    private final transient Map<String, Object> members;

    public AwsError(String code, String message, int httpStatus) {
        this(code, message, httpStatus, Map.of());
    }

    private AwsError(String code, String message, int httpStatus, Map<String, Object> members) {
        // No stack trace: it is an answer, and under throttling a frequent one.
        super(message, null, false, false);
        this.code = code;
        this.httpStatus = httpStatus;
        this.members = members;
    }

    /** The error with a member beside its code and message, such as {@code CancellationReasons}. */
    public AwsError with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new AwsError(code, message(), httpStatus, more);
    }

    /** An error that the caller caused or must handle, as nearly all errors of these services are. */
    public static AwsError badRequest(String code, String message) {
        return new AwsError(code, message, 400);
    }

    public static AwsError validation(String message) {
        return badRequest("ValidationException", message);
    }

    public static AwsError serialization(String message) {
        return badRequest("SerializationException", message);
    }

    public static AwsError unknownOperation(String operation) {
        return badRequest("UnknownOperationException", "Unknown operation: " + operation);
    }

    public static AwsError missing(String member) {
        return validation(
                "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
                        .formatted(Character.toLowerCase(member.charAt(0)) + member.substring(1)));
    }

    public String code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** The body as clients see it. */
    Map<String, Object> body(String codePrefix) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("__type", codePrefix + code);
        body.put("message", message());
        body.putAll(members);
        return body;
    }

    /** What it says beyond its code and message, by member. */
    public Map<String, Object> members() {
        return Map.copyOf(members);
    }
}
