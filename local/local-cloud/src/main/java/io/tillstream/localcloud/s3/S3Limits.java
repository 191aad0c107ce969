package io.tillstream.localcloud.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Refuses what a folder would accept but S3 does not. */
final class S3Limits extends Handler.Abstract {

    // User guide, "Naming Amazon S3 objects" and "Working with object metadata".
    private static final int MAX_KEY_BYTES = 1024;
    private static final int MAX_METADATA_BYTES = 2 * 1024;
    private static final String METADATA = "x-amz-meta-";
    private static final String DEFAULT_REGION = "us-east-1";
    private static final Pattern REGION = Pattern.compile("Credential=[^/,]*/\\d{8}/([^/]+)/s3/aws4_request");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<S3Refusal> refusal = refusalOf(request, S3Request.of(request));
        refusal.ifPresent(wrong -> wrong.send(response, callback));
        return refusal.isPresent();
    }

    private static Optional<S3Refusal> refusalOf(Request request, S3Request asked) {
        if (keyBytes(asked.path()) > MAX_KEY_BYTES) {
            return Optional.of(S3Refusal.badRequest("KeyTooLongError", "Your key is too long"));
        }
        if (metadataBytes(request) > MAX_METADATA_BYTES) {
            return Optional.of(S3Refusal.badRequest(
                    "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size"));
        }
        if (lacksLocation(request, asked)) {
            return Optional.of(S3Refusal.badRequest(
                    "IllegalLocationConstraintException",
                    "The unspecified location constraint is incompatible for the region specific endpoint this request"
                            + " was sent to."));
        }
        return Optional.empty();
    }

    private static int keyBytes(String path) {
        int slash = path.indexOf('/', 1);
        String key = slash < 0 ? "" : path.substring(slash + 1).replace("+", "%2B");
        // As it came it is never shorter than decoded.
        return key.length() <= MAX_KEY_BYTES
                ? 0
                : URLDecoder.decode(key, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8).length;
    }

    private static int metadataBytes(Request request) {
        int bytes = 0;
        for (HttpField field : request.getHeaders()) {
            if (field.getLowerCaseName().startsWith(METADATA)) {
                bytes += field.getName().length() - METADATA.length();
                bytes += Objects.requireNonNullElse(field.getValue(), "").getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return bytes;
    }

    /** Everywhere but in the oldest region S3 wants to be told where a bucket is to be. */
    private static boolean lacksLocation(Request request, S3Request asked) {
        if (!asked.operation().equals("CreateBucket") || !asked.query().isEmpty() || request.getLength() > 0) {
            return false;
        }
        Matcher region =
                REGION.matcher(Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.AUTHORIZATION), ""));
        boolean chunked = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        return !chunked && region.find() && !region.group(1).equals(DEFAULT_REGION);
    }
}
