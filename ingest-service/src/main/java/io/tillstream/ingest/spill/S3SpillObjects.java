package io.tillstream.ingest.spill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects in a bucket of S3. */
final class S3SpillObjects implements SpillObjects {

    /** The limit of DeleteObjects. */
    private static final int MAX_DELETES = 1_000;

    private static final int PRECONDITION_FAILED = 412;
    private static final String NO_SUCH_KEY = "NoSuchKey";

    private final S3Client s3;
    private final String bucket;

    S3SpillObjects(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<String> putIfAbsent(String key, byte[] body) throws IOException {
        return unlessUnmet(() -> put(key, body, request -> request.ifNoneMatch("*")), S3SpillObjects::isThere);
    }

    @Override
    public Optional<String> putIfUnchanged(String key, byte[] body, String tag) throws IOException {
        return unlessUnmet(() -> put(key, body, request -> request.ifMatch(tag)), S3SpillObjects::isAnotherOrNone);
    }

    @Override
    public void put(String key, byte[] body) throws IOException {
        call(() -> put(key, body, request -> {}));
    }

    /** The tag of what was put. S3 has it if it says so with a tag: an empty 200 of someone in between says nothing. */
    private String put(String key, byte[] body, Consumer<PutObjectRequest.Builder> condition) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(bucket).key(key);
        condition.accept(request);
        String tag = s3.putObject(request.build(), RequestBody.fromBytes(body)).eTag();
        if (tag == null || tag.isEmpty()) {
            throw SdkClientException.create("the answer to a put has no ETag");
        }
        return tag;
    }

    private static Optional<String> unlessUnmet(Supplier<String> put, Predicate<S3Exception> unmet) throws IOException {
        return call(() -> {
            try {
                return Optional.of(put.get());
            } catch (S3Exception e) {
                if (unmet.test(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private static boolean isThere(S3Exception e) {
        return e.statusCode() == PRECONDITION_FAILED;
    }

    /** Nothing else that is not found will do: a bucket that does not exist takes nothing. */
    private static boolean isAnotherOrNone(S3Exception e) {
        boolean isNone = e.awsErrorDetails() != null
                && NO_SUCH_KEY.equals(e.awsErrorDetails().errorCode());
        return e.statusCode() == PRECONDITION_FAILED || isNone;
    }

    @Override
    public Optional<byte[]> get(String key) throws IOException {
        return call(() -> {
            try {
                return Optional.of(
                        s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                                .asByteArrayUnsafe());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public List<Listed> list(String prefix) throws IOException {
        return call(() -> s3
                .listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(prefix).encodingType(EncodingType.URL))
                .contents()
                .stream()
                .map(object -> new Listed(object.key(), object.eTag(), object.size()))
                .toList());
    }

    @Override
    public void delete(Collection<String> keys) throws IOException {
        List<ObjectIdentifier> objects = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        for (int from = 0; from < objects.size(); from += MAX_DELETES) {
            delete(objects.subList(from, Math.min(from + MAX_DELETES, objects.size())));
        }
    }

    private void delete(List<ObjectIdentifier> objects) throws IOException {
        DeleteObjectsResponse answer = call(() -> s3.deleteObjects(request -> request.bucket(bucket)
                .delete(delete -> delete.objects(new ArrayList<>(objects)).quiet(true))));
        if (answer.hasErrors()) {
            throw new IOException("S3 did not delete " + answer.errors().size() + " objects: "
                    + answer.errors().getFirst().code());
        }
    }

    private static <T> T call(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new IOException("S3: " + e.getMessage(), e);
        }
    }
}
