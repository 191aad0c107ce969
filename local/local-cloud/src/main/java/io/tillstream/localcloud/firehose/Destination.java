package io.tillstream.localcloud.firehose;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Where a stream delivers to, and how: what is configured of a destination on S3. */
record Destination(
        String bucketArn,
        String roleArn,
        String prefix,
        String errorPrefix,
        Buffering buffering,
        Compression compression,
        Optional<String> fileExtension,
        ZoneId zone) {

    private static final String BUCKET_ARN = "arn:[^:]+:s3:::[\\w.\\-]{1,255}";
    private static final String ROLE_ARN = "arn:[^:]+:iam::\\d{12}:role/[\\w+=,.@\\-/]+";
    private static final String OWN_ROLE = "arn:aws:iam::000000000000:role/";

    enum Compression {
        UNCOMPRESSED,
        GZIP
    }

    record Buffering(int mebibytes, int seconds) {

        // API reference of BufferingHints: the defaults and the bounds.
        private static final Buffering DEFAULT = new Buffering(5, 300);

        Buffering {
            if (mebibytes < 1 || mebibytes > 128 || seconds < 0 || seconds > 900) {
                throw FirehoseErrors.invalid("BufferingHints: SizeInMBs is 1 to 128, IntervalInSeconds 0 to 900");
            }
        }

        static Buffering read(AwsRequest hints) {
            if (hints.has("SizeInMBs") != hints.has("IntervalInSeconds")) {
                throw FirehoseErrors.invalid("BufferingHints: SizeInMBs and IntervalInSeconds are given together");
            }
            return new Buffering(
                    hints.number("SizeInMBs").orElse(DEFAULT.mebibytes),
                    hints.number("IntervalInSeconds").orElse(DEFAULT.seconds));
        }
    }

    static Destination read(AwsRequest request) {
        return new Destination(
                arn(request, "BucketARN", BUCKET_ARN),
                arn(request, "RoleARN", ROLE_ARN),
                request.text("Prefix").orElse(""),
                request.text("ErrorOutputPrefix").orElse(""),
                request.structure("BufferingHints").map(Buffering::read).orElse(Buffering.DEFAULT),
                compression(request.text("CompressionFormat").orElse("UNCOMPRESSED")),
                request.text("FileExtension"),
                zone(request.text("CustomTimeZone").orElse("UTC")));
    }

    private static String arn(AwsRequest request, String member, String pattern) {
        String arn = request.requiredText(member);
        if (!arn.matches(pattern)) {
            throw AwsError.validation(
                    "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
                            .formatted(arn, Character.toLowerCase(member.charAt(0)) + member.substring(1), pattern));
        }
        return arn;
    }

    /** Roles are not kept here: each of the own account counts as one that is there, each of another as one that is not. */
    boolean hasRole() {
        return roleArn.startsWith(OWN_ROLE);
    }

    String bucket() {
        return bucketArn.substring(bucketArn.lastIndexOf(':') + 1);
    }

    long bufferBytes() {
        return buffering.mebibytes() * 1024L * 1024;
    }

    String extension() {
        return fileExtension.orElse(compression == Compression.GZIP ? ".gz" : "");
    }

    private static Compression compression(String name) {
        return switch (name) {
            case "UNCOMPRESSED" -> Compression.UNCOMPRESSED;
            case "GZIP" -> Compression.GZIP;
            default -> throw FirehoseErrors.invalid("CompressionFormat is not available on this endpoint: " + name);
        };
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.isEmpty() ? "UTC" : name);
        } catch (DateTimeException e) {
            throw FirehoseErrors.invalid("Unknown CustomTimeZone: " + name);
        }
    }
}
