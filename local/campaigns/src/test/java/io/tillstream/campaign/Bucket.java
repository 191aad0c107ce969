package io.tillstream.campaign;

import io.tillstream.model.layout.Names;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The lake's bucket, read by nothing but the SDK. */
final class Bucket {

    private final S3Client s3;

    Bucket(S3Client s3) {
        this.s3 = s3;
    }

    /** An object: its lines of text, and what its metadata says. */
    record Content(String key, List<String> lines, Map<String, String> metadata) {}

    List<String> keys(String prefix) {
        return s3.listObjectsV2Paginator(list -> list.bucket(Names.LAKE_BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    Content read(String key) {
        ResponseBytes<GetObjectResponse> object =
                s3.getObjectAsBytes(get -> get.bucket(Names.LAKE_BUCKET).key(key));
        return new Content(
                key, linesOf(key, object.asByteArray()), object.response().metadata());
    }

    private static List<String> linesOf(String key, byte[] bytes) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(key.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return text.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(key, failure);
        }
    }
}
