package io.tillstream.localcloud.s3;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An error in S3's words. */
record S3Refusal(int status, String code, String message) {

    static final S3Refusal PRECONDITION_FAILED =
            new S3Refusal(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");

    static S3Refusal badRequest(String code, String message) {
        return new S3Refusal(400, code, message);
    }

    void send(Response response, Callback callback) {
        String error = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s</Message></Error>"
                .formatted(code, message);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
        response.write(true, ByteBuffer.wrap(error.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
