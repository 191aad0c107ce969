package io.tillstream.localcloud.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Serves the operations of AWS's JSON services, in JSON 1.1 and in CBOR, whichever the client speaks. It blocks, so it
 * wants virtual threads. Services of this kind that are not here know no operation; all else is left to the next handler.
 */
public final class AwsJsonHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(AwsJsonHandler.class);

    // The largest call of these services carries 10 MiB of blobs, a third more in base64; keys come on top.
    private static final int MAX_BODY_BYTES = 32 * 1024 * 1024;

    private final Map<String, AwsOperations> services;

    public AwsJsonHandler(List<? extends AwsOperations> services) {
        this.services = services.stream().collect(Collectors.toMap(AwsOperations::targetPrefix, Function.identity()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        @Nullable String header = request.getHeaders().get("X-Amz-Target");
        if (header == null) {
            return false;
        }
        Target target = Target.parse(header);
        AwsOperations service = services.getOrDefault(target.service(), new AbsentService(target.service()));
        String contentType = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.CONTENT_TYPE), "");
        WireFormat format = WireFormat.of(contentType);
        byte[] body = bodyOf(request);
        try {
            Object reply = service.call(target.operation(), decode(body, format));
            send(response, 200, format, format.write(reply), service, callback);
        } catch (AwsError error) {
            sendError(response, format, error, service, callback);
        } catch (RuntimeException e) {
            // The edge of the request: what AWS answers when it fails itself; clients retry it.
            LOG.error("{} failed", target, e);
            sendError(response, format, new AwsError("InternalFailure", "Internal failure", 500), service, callback);
        }
        return true;
    }

    private static byte[] bodyOf(Request request) throws IOException {
        try (InputStream input = Content.Source.asInputStream(request)) {
            long announced = request.getLength();
            if (announced < 0 || announced > MAX_BODY_BYTES) {
                return input.readNBytes(MAX_BODY_BYTES + 1);
            }
            // Into an array of its size: a call of records is large, and putting chunks together would copy it once
            // more.
            byte[] body = new byte[(int) announced];
            int read = input.readNBytes(body, 0, body.length);
            return read == body.length ? body : Arrays.copyOf(body, read);
        }
    }

    private static AwsRequest decode(byte[] body, WireFormat format) {
        if (body.length > MAX_BODY_BYTES) {
            throw new AwsError("RequestEntityTooLargeException", "Request exceeds " + MAX_BODY_BYTES + " bytes", 413);
        }
        try {
            return new AwsRequest(format.read(body), format);
        } catch (JacksonException e) {
            throw AwsError.serialization("Malformed body");
        }
    }

    private static void sendError(
            Response response, WireFormat format, AwsError error, AwsOperations service, Callback callback) {
        response.getHeaders().put("x-amzn-ErrorType", error.code());
        byte[] body = format.write(error.body(service.errorPrefix()));
        send(response, error.httpStatus(), format, body, service, callback);
    }

    private static void send(
            Response response, int status, WireFormat format, byte[] body, AwsOperations service, Callback callback) {
        response.setStatus(status);
        if (service.checksumsReplies()) {
            CRC32 checksum = new CRC32();
            checksum.update(body);
            response.getHeaders().put("x-amz-crc32", Long.toString(checksum.getValue()));
        }
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, format.contentType()));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** A service that this endpoint does not have. */
    private record AbsentService(String targetPrefix) implements AwsOperations {
        @Override
        public Object call(String operation, AwsRequest request) {
            throw AwsError.unknownOperation(targetPrefix + "." + operation);
        }
    }

    private record Target(String service, String operation) {
        static Target parse(String text) {
            int dot = text.indexOf('.');
            return dot < 0 ? new Target("", text) : new Target(text.substring(0, dot), text.substring(dot + 1));
        }
    }
}
