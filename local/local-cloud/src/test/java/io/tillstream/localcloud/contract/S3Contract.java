package io.tillstream.localcloud.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What clients of S3 may rely on. */
public interface S3Contract {

    String BUCKET = "contract-" + UUID.randomUUID();

    URI endpoint();

    private S3Client s3() {
        return SdkClients.s3(endpoint());
    }

    @BeforeEach
    default void createBucket() {
        try (S3Client s3 = s3()) {
            s3.createBucket(bucket -> bucket.bucket(BUCKET));
        }
    }

    @AfterEach
    default void deleteBucket() {
        try (S3Client s3 = s3()) {
            s3.listMultipartUploads(list -> list.bucket(BUCKET))
                    .uploads()
                    .forEach(upload -> s3.abortMultipartUpload(
                            abort -> abort.bucket(BUCKET).key(upload.key()).uploadId(upload.uploadId())));
            s3.listObjectsV2Paginator(list -> list.bucket(BUCKET).encodingType(EncodingType.URL)).contents().stream()
                    .map(S3Object::key)
                    .forEach(key ->
                            s3.deleteObject(object -> object.bucket(BUCKET).key(key)));
            s3.deleteBucket(bucket -> bucket.bucket(BUCKET));
        }
    }

    @Test
    default void returnsWhatWasPutWithItsMetadata() {
        try (S3Client s3 = s3()) {
            s3.putObject(
                    put("raw/dt=2010-12-01/a b+c.txt")
                            .contentEncoding("gzip")
                            .metadata(Map.of("last-sequence", "4711"))
                            .build(),
                    RequestBody.fromString("hello"));
            var answer = s3.getObjectAsBytes(get("raw/dt=2010-12-01/a b+c.txt"));
            assertThat(answer.asUtf8String()).isEqualTo("hello");
            assertThat(answer.response().metadata()).containsEntry("last-sequence", "4711");
            assertThat(answer.response().contentEncoding()).isEqualTo("gzip");
        }
    }

    @Test
    default void lastPutWins() {
        try (S3Client s3 = s3()) {
            s3.putObject(put("k").build(), RequestBody.fromString("one"));
            s3.putObject(put("k").build(), RequestBody.fromString("two"));
            assertThat(s3.getObjectAsBytes(get("k")).asUtf8String()).isEqualTo("two");
        }
    }

    @Test
    default void readsRanges() {
        try (S3Client s3 = s3()) {
            s3.putObject(put("k").build(), RequestBody.fromString("0123456789"));
            var part =
                    s3.getObjectAsBytes(get("k").toBuilder().range("bytes=2-4").build());
            assertThat(part.asUtf8String()).isEqualTo("234");
        }
    }

    @Test
    default void missingObjectIsNoSuchKey() {
        try (S3Client s3 = s3()) {
            assertThatExceptionOfType(NoSuchKeyException.class).isThrownBy(() -> s3.getObjectAsBytes(get("missing")));
        }
    }

    @Test
    default void putIfAbsentRefusesWhatIsThere() {
        try (S3Client s3 = s3()) {
            s3.putObject(put("k").ifNoneMatch("*").build(), RequestBody.fromString("one"));
            assertThatThrownBy(() -> s3.putObject(put("k").ifNoneMatch("*").build(), RequestBody.fromString("two")))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
            assertThat(s3.getObjectAsBytes(get("k")).asUtf8String()).isEqualTo("one");
        }
    }

    @Test
    default void putIfAbsentHasOneWinner() throws Exception {
        try (S3Client s3 = s3();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> racers = IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(racer -> () -> putIfAbsent(s3, "race", "racer " + racer))
                    .toList();
            long winners =
                    threads.invokeAll(racers).stream().filter(Future::resultNow).count();
            assertThat(winners).isEqualTo(1);
        }
    }

    private static boolean putIfAbsent(S3Client s3, String key, String content) {
        try {
            s3.putObject(put(key).ifNoneMatch("*").build(), RequestBody.fromString(content));
            return true;
        } catch (S3Exception e) {
            // 409 while another conditional put is under way, 412 once it has won.
            assertThat(e.statusCode()).isIn(409, 412);
            return false;
        }
    }

    @Test
    default void listsByPrefixInOrderAndPages() {
        try (S3Client s3 = s3()) {
            List.of("a/3", "a/1", "b/1", "a/2").forEach(key -> s3.putObject(put(key).build(), RequestBody.empty()));
            assertThat(s3.listObjectsV2Paginator(
                                    list -> list.bucket(BUCKET).prefix("a/").maxKeys(2))
                            .contents())
                    .extracting(S3Object::key)
                    .containsExactly("a/1", "a/2", "a/3");
            assertThat(s3.listObjectsV2(list -> list.bucket(BUCKET).prefix("a/").startAfter("a/1"))
                            .contents())
                    .extracting(S3Object::key)
                    .containsExactly("a/2", "a/3");
            assertThat(s3.listObjectsV2(list -> list.bucket(BUCKET).delimiter("/"))
                            .commonPrefixes())
                    .extracting(prefix -> prefix.prefix())
                    .containsExactly("a/", "b/");
        }
    }

    @Test
    default void listsKeysThatXmlCannotHoldEncoded() {
        List<String> keys = List.of("a/ +%2F.csv", "a/steers\u001B[31m.csv", "a/\u0001/1", "b\u0007/1", "z");
        try (S3Client s3 = s3()) {
            keys.forEach(key -> s3.putObject(put(key).build(), RequestBody.fromString(key)));
            ListObjectsV2Request all = ListObjectsV2Request.builder()
                    .bucket(BUCKET)
                    .encodingType(EncodingType.URL)
                    .maxKeys(1)
                    .build();
            assertThat(s3.listObjectsV2Paginator(all).contents())
                    .extracting(S3Object::key)
                    .containsExactlyInAnyOrderElementsOf(keys);
            assertThat(s3.listObjectsV2Paginator(all.toBuilder().delimiter("/").build())
                            .commonPrefixes())
                    .extracting(CommonPrefix::prefix)
                    .containsExactlyInAnyOrder("a/", "b\u0007/");
            assertThat(s3.getObjectAsBytes(get(keys.get(1))).asUtf8String()).isEqualTo(keys.get(1));
        }
    }

    @Test
    default void deletesManyAtOnce() {
        try (S3Client s3 = s3()) {
            List.of("x", "y", "z").forEach(key -> s3.putObject(put(key).build(), RequestBody.empty()));
            s3.deleteObjects(request ->
                    request.bucket(BUCKET).delete(delete -> delete.objects(List.of(id("x"), id("y"), id("never")))));
            assertThat(s3.listObjectsV2(list -> list.bucket(BUCKET)).contents())
                    .extracting(S3Object::key)
                    .containsExactly("z");
        }
    }

    @Test
    default void multipartUploadAppearsWhenCompleted() {
        try (S3Client s3 = s3()) {
            String upload = s3.createMultipartUpload(
                            start -> start.bucket(BUCKET).key("m"))
                    .uploadId();
            var part = s3.uploadPart(
                    body -> body.bucket(BUCKET).key("m").uploadId(upload).partNumber(1),
                    RequestBody.fromString("whole"));
            assertThatExceptionOfType(NoSuchKeyException.class).isThrownBy(() -> s3.getObjectAsBytes(get("m")));
            s3.completeMultipartUpload(end -> end.bucket(BUCKET)
                    .key("m")
                    .uploadId(upload)
                    .multipartUpload(parts -> parts.parts(CompletedPart.builder()
                            .partNumber(1)
                            .eTag(part.eTag())
                            .build())));
            assertThat(s3.getObjectAsBytes(get("m")).asUtf8String()).isEqualTo("whole");
        }
    }

    @Test
    default void multipartUploadHasTheMetadataItWasBegunWith() {
        try (S3Client s3 = s3()) {
            Upload upload = Upload.begin(s3, "m").part("whole");
            upload.complete(false);
            var answer = s3.getObjectAsBytes(get("m")).response();
            assertThat(answer.metadata()).containsEntry("last-sequence", "4711");
            assertThat(answer.contentType()).isEqualTo("application/gzip");
        }
    }

    @Test
    default void multipartUploadTakesPartsOfFiveMegabytes() {
        String large = "x".repeat(5 << 20);
        try (S3Client s3 = s3()) {
            Upload.begin(s3, "m").part(large).part(large).part("end").complete(true);
            assertThat(s3.getObjectAsBytes(get("m")).asByteArray()).hasSize(2 * (5 << 20) + 3);
        }
    }

    @Test
    default void completeIfAbsentRefusesWhatIsThere() {
        try (S3Client s3 = s3()) {
            Upload upload = Upload.begin(s3, "m").part("late");
            s3.putObject(put("m").build(), RequestBody.fromString("first"));
            assertThatThrownBy(() -> upload.complete(true))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
            assertThat(s3.getObjectAsBytes(get("m")).asUtf8String()).isEqualTo("first");
        }
    }

    @Test
    default void completesAndPutsIfAbsentHaveOneWinnerTogether() throws Exception {
        try (S3Client s3 = s3();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> racers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = "racer " + i;
                Upload upload = Upload.begin(s3, "race").part(name);
                racers.add(() -> upload.isCompletedIfAbsent());
                racers.add(() -> putIfAbsent(s3, "race", name));
            }
            long winners =
                    threads.invokeAll(racers).stream().filter(Future::resultNow).count();
            assertThat(winners).isEqualTo(1);
        }
    }

    @Test
    default void anUploadIsListedWholeOrNotAtAll() throws Exception {
        String part = "x".repeat(5 << 20);
        try (S3Client s3 = s3();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Upload> uploads = Stream.of("a/1", "a/2", "a/3")
                    .map(key -> Upload.begin(s3, key).part(part).part(part))
                    .toList();
            List<Future<?>> completing = new ArrayList<>();
            uploads.forEach(upload -> completing.add(threads.submit(() -> upload.complete(true))));
            while (!completing.stream().allMatch(Future::isDone)) {
                assertThat(s3.listObjectsV2(list -> list.bucket(BUCKET)).contents())
                        .allSatisfy(object -> {
                            assertThat(object.key()).isIn("a/1", "a/2", "a/3");
                            assertThat(object.size()).isEqualTo(10L << 20);
                        });
            }
            for (Future<?> completed : completing) {
                completed.get();
            }
        }
    }

    @Test
    default void anAbortedUploadLeavesNothing() {
        try (S3Client s3 = s3()) {
            Upload upload = Upload.begin(s3, "m").part("gone");
            assertThat(s3.listMultipartUploads(list -> list.bucket(BUCKET)).uploads())
                    .singleElement()
                    .satisfies(listed -> assertThat(listed.key()).isEqualTo("m"));
            assertThat(s3.listObjectsV2(list -> list.bucket(BUCKET)).contents()).isEmpty();
            upload.abort();
            assertThat(s3.listMultipartUploads(list -> list.bucket(BUCKET)).uploads())
                    .isEmpty();
        }
    }

    @Test
    default void copiesPartsOfOtherObjects() {
        try (S3Client s3 = s3()) {
            s3.putObject(put("source").build(), RequestBody.fromString("0123456789"));
            Upload.begin(s3, "m").copiedPart("source", "bytes=2-4").complete(false);
            assertThat(s3.getObjectAsBytes(get("m")).asUtf8String()).isEqualTo("234");
        }
    }

    private static PutObjectRequest.Builder put(String key) {
        return PutObjectRequest.builder().bucket(BUCKET).key(key);
    }

    private static GetObjectRequest get(String key) {
        return GetObjectRequest.builder().bucket(BUCKET).key(key).build();
    }

    private static ObjectIdentifier id(String key) {
        return ObjectIdentifier.builder().key(key).build();
    }
}
