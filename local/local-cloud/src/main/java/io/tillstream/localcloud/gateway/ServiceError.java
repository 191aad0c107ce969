package io.tillstream.localcloud.gateway;

import io.tillstream.localcloud.faults.Fault;
import io.tillstream.localcloud.faults.Service;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** An error in the form in which the service's clients expect it: XML from S3, JSON or CBOR from the others. */
record ServiceError(int status, String code, String message) {

    private static final ObjectMapper JSON = new JsonMapper();
    private static final ObjectMapper CBOR = new CBORMapper();
    private static final String CBOR_TYPE = "application/x-amz-cbor-1.1";
    private static final String JSON_TYPE = "application/x-amz-json-1.1";

    static ServiceError of(Fault.Kind kind, Service service) {
        return switch (kind) {
            case THROTTLING ->
                new ServiceError(service.throttlingStatus(), service.throttlingCode(), "Rate exceeded; slow down.");
            case ERRORS -> new ServiceError(500, service.errorCode(), "Internal server error.");
            case UNAVAILABLE -> new ServiceError(503, "ServiceUnavailable", "Service is unavailable.");
            case LATENCY, DROPPED, PARTIAL, CONFLICTS, STALE, SCATTERED ->
                throw new IllegalArgumentException(kind + " has no answer of its own");
        };
    }

    void send(Call call, Request request, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        if (call.service() == Service.S3) {
            sendXml(request, response, callback);
        } else {
            sendJson(request, response, callback);
        }
    }

    private void sendXml(Request request, Response response, Callback callback) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s</Message></Error>"
                .formatted(code, message);
        boolean head = request.getMethod().equals("HEAD");
        write(response, "application/xml", head ? new byte[0] : xml.getBytes(StandardCharsets.UTF_8), callback);
    }

    private void sendJson(Request request, Response response, Callback callback) {
        String asked = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.CONTENT_TYPE), JSON_TYPE);
        ObjectMapper mapper = asked.startsWith(CBOR_TYPE) ? CBOR : JSON;
        response.getHeaders().put("x-amzn-ErrorType", code);
        write(response, asked, mapper.writeValueAsBytes(Map.of("__type", code, "message", message)), callback);
    }

    private static void write(Response response, String contentType, byte[] body, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
