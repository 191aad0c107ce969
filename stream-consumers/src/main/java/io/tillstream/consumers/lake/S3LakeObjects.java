package io.tillstream.consumers.lake;

import io.micrometer.core.instrument.Counter;
import io.tillstream.consumers.sink.Position;
import io.tillstream.model.layout.ObjectKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects on S3, put with {@code If-None-Match: *}: of several writers exactly one succeeds. */
final class S3LakeObjects implements LakeObjects {

    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final String bucket;
    private final Counter duplicates;

    S3LakeObjects(S3Client s3, String bucket, Counter duplicates) {
        this.s3 = s3;
        this.bucket = bucket;
        this.duplicates = duplicates;
    }

    @Override
    public Extent putIfAbsent(String shardId, LakeObject object) {
        Extent extent = object.extent();
        String key = ObjectKeys.raw(object.arrival(), shardId, nameOf(object.first()));
        try {
            s3.putObject(
                    request -> request.bucket(bucket)
                            .key(key)
                            .ifNoneMatch("*")
                            .contentType("application/gzip")
                            .metadata(extent.toMetadata()),
                    RequestBody.fromBytes(compressed(object.kept())));
            duplicates.increment(object.duplicates());
            return extent;
        } catch (S3Exception refused) {
            if (refused.statusCode() != PRECONDITION_FAILED) {
                throw refused;
            }
            return Extent.fromMetadata(
                    s3.headObject(request -> request.bucket(bucket).key(key)).metadata());
        }
    }

    /** An object that begins within an aggregate says so; as a rule they begin with a record. */
    private static String nameOf(Position first) {
        return first.subSequence() == 0 ? first.sequence().toString() : first.sequence() + "." + first.subSequence();
    }

    private static byte[] compressed(List<Identified> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 1 << 16)) {
            for (Identified line : lines) {
                gzip.write(line.line().wire());
                gzip.write('\n');
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory", impossible);
        }
        return bytes.toByteArray();
    }
}
