package io.tillstream.ingest.spill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket in memory, whose answers a test decides. */
final class FaultyS3 implements S3Client {

    /** What becomes of a call; the object may be kept all the same. */
    interface Fault {
        @Nullable
        PutObjectResponse answer(Runnable keep);
    }

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    volatile @Nullable Fault puts;
    volatile @Nullable RuntimeException gets;

    static S3Exception error(String code) {
        String[] parts = code.split(" ", 2);
        return (S3Exception) S3Exception.builder()
                .statusCode(Integer.parseInt(parts[0]))
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(parts[1])
                        .errorMessage(parts[1])
                        .build())
                .message(parts[1])
                .build();
    }

    @Override
    public @Nullable PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        Runnable keep = () -> objects.put(request.key(), bytes(body));
        Fault fault = puts;
        if (fault != null) {
            return fault.answer(keep);
        }
        keep.run();
        return PutObjectResponse.builder().eTag("tag").build();
    }

    private static byte[] bytes(RequestBody body) {
        try (InputStream in = body.contentStreamProvider().newStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
        RuntimeException fault = gets;
        if (fault != null) {
            throw fault;
        }
        byte[] object = objects.get(request.key());
        if (object == null) {
            throw NoSuchKeyException.builder().statusCode(404).message("none").build();
        }
        try {
            return transformer.transform(
                    GetObjectResponse.builder().build(), AbortableInputStream.create(new ByteArrayInputStream(object)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
        request.delete().objects().forEach(object -> objects.remove(object.key()));
        return DeleteObjectsResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
