package io.tillstream.localcloud.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 refuses, so that a fault of a client shows before it meets AWS. */
public interface S3LimitsContract {

    URI endpoint();

    private String bucket(S3Client s3) {
        String bucket = "limits-" + UUID.randomUUID();
        s3.createBucket(create -> create.bucket(bucket));
        return bucket;
    }

    @Test
    default void refusesKeysOfMoreThan1024Bytes() {
        try (S3Client s3 = SdkClients.s3(endpoint())) {
            String bucket = bucket(s3);
            // Of folders, since few file systems take longer names than 255 bytes.
            String longest = "é".repeat(100) + ("/" + "x".repeat(99)).repeat(8) + "/" + "y".repeat(23);
            s3.putObject(put -> put.bucket(bucket).key(longest), RequestBody.fromString("v"));
            assertThat(s3.getObjectAsBytes(get -> get.bucket(bucket).key(longest))
                            .asUtf8String())
                    .isEqualTo("v");
            assertRefused(
                    "KeyTooLongError",
                    () -> s3.putObject(put -> put.bucket(bucket).key(longest + "y"), RequestBody.fromString("v")));
        }
    }

    @Test
    default void refusesMetadataOfMoreThanTwoKilobytes() {
        try (S3Client s3 = SdkClients.s3(endpoint())) {
            String bucket = bucket(s3);
            s3.putObject(
                    put -> put.bucket(bucket).key("k").metadata(Map.of("m", "x".repeat(2_000))), RequestBody.empty());
            assertRefused(
                    "MetadataTooLarge",
                    () -> s3.putObject(
                            put -> put.bucket(bucket).key("k").metadata(Map.of("m", "x".repeat(2_100))),
                            RequestBody.empty()));
        }
    }

    @Test
    default void refusesToCompleteAnUploadOfOtherParts() {
        try (S3Client s3 = SdkClients.s3(endpoint())) {
            String bucket = bucket(s3);
            String id = s3.createMultipartUpload(create -> create.bucket(bucket).key("k"))
                    .uploadId();
            CompletedPart first = part(s3, bucket, id, 1, "x".repeat(5 * 1024 * 1024));
            CompletedPart second = part(s3, bucket, id, 2, "y");
            CompletedPart wrong = second.toBuilder()
                    .eTag("\"0123456789abcdef0123456789abcdef\"")
                    .build();

            assertRefused("InvalidPartOrder", () -> complete(s3, bucket, id, List.of(second, first)));
            assertRefused("InvalidPart", () -> complete(s3, bucket, id, List.of(first, wrong)));
            assertRefused(
                    "InvalidPart",
                    () -> complete(
                            s3,
                            bucket,
                            id,
                            List.of(first, second.toBuilder().partNumber(3).build())));

            complete(s3, bucket, id, List.of(first, second));
            assertThat(s3.headObject(head -> head.bucket(bucket).key("k")).contentLength())
                    .isEqualTo(5 * 1024 * 1024 + 1);
        }
    }

    private static CompletedPart part(S3Client s3, String bucket, String id, int number, String content) {
        String etag = s3.uploadPart(
                        send -> send.bucket(bucket).key("k").uploadId(id).partNumber(number),
                        RequestBody.fromString(content))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    private static void complete(S3Client s3, String bucket, String id, List<CompletedPart> parts) {
        s3.completeMultipartUpload(complete ->
                complete.bucket(bucket).key("k").uploadId(id).multipartUpload(upload -> upload.parts(parts)));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
