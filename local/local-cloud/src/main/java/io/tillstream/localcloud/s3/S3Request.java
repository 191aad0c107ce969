package io.tillstream.localcloud.s3;

import java.util.Arrays;
import java.util.Objects;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/**
 * A request to S3, with its bucket in the path however the client named it.
 *
 * @param method the HTTP method
 * @param path {@code /bucket/key}, encoded as it came
 * @param query as it came, without the question mark; empty if there was none
 */
public record S3Request(String method, String path, String query) {

    private static final String HOST_SUFFIX = ".localhost";
    private static final String S3_HOST_SUFFIX = ".s3.localhost";

    /** What the request asks of S3. */
    public static S3Request of(Request request) {
        HttpURI uri = request.getHttpURI();
        return of(
                request.getMethod(),
                Objects.requireNonNullElse(Request.getServerName(request), ""),
                Objects.requireNonNullElse(uri.getPath(), "/"),
                Objects.requireNonNullElse(uri.getQuery(), ""));
    }

    static S3Request of(String method, String host, String path, String query) {
        String bucket = bucketOf(host);
        return new S3Request(method, bucket.isEmpty() ? path : "/" + bucket + path, query);
    }

    private static String bucketOf(String host) {
        if (host.endsWith(S3_HOST_SUFFIX)) {
            return host.substring(0, host.length() - S3_HOST_SUFFIX.length());
        }
        String bucket = host.endsWith(HOST_SUFFIX) ? host.substring(0, host.length() - HOST_SUFFIX.length()) : "";
        // The host s3.localhost is the service itself.
        return bucket.equals("s3") ? "" : bucket;
    }

    /** As a server without virtual hosts is to be asked for it. */
    public String pathAndQuery() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** AWS's name for it, as far as faults and counters want to tell operations apart. */
    public String operation() {
        int keyAt = path.indexOf('/', 1);
        boolean onBucket = keyAt < 0 || keyAt == path.length() - 1;
        if (path.equals("/")) {
            return "ListBuckets";
        }
        return onBucket ? bucketOperation() : objectOperation();
    }

    /** Whether it is about uploads in parts, one or all of a bucket. */
    boolean isOfUploads() {
        return Arrays.stream(query.split("&", -1))
                .anyMatch(parameter -> parameter.startsWith("uploadId=")
                        || parameter.equals("uploads")
                        || parameter.equals("uploads="));
    }

    private String bucketOperation() {
        return switch (method) {
            case "PUT" -> "CreateBucket";
            case "DELETE" -> "DeleteBucket";
            case "HEAD" -> "HeadBucket";
            case "POST" -> "DeleteObjects";
            default -> query.contains("list-type=2") ? "ListObjectsV2" : "ListObjects";
        };
    }

    private String objectOperation() {
        boolean multipart = query.contains("uploadId=");
        return switch (method) {
            case "PUT" -> multipart ? "UploadPart" : "PutObject";
            case "POST" -> multipart ? "CompleteMultipartUpload" : "CreateMultipartUpload";
            case "DELETE" -> multipart ? "AbortMultipartUpload" : "DeleteObject";
            case "HEAD" -> "HeadObject";
            default -> "GetObject";
        };
    }
}
