package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Position;
import io.tillstream.model.layout.FeedLayout;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects on S3, put with {@code If-None-Match: *}: of several writers exactly one succeeds. */
final class S3LakeObjects implements LakeObjects {

    private static final int PRECONDITION_FAILED = 412;
    /** Each call into the compressor costs as much as a hundred bytes do. */
    private static final int CHUNK = 1 << 16;

    private final S3Client s3;
    private final FeedLayout layout;
    private final LakeProperties settings;
    private final LakeMeters meters;

    S3LakeObjects(S3Client s3, FeedLayout layout, LakeProperties settings, LakeMeters meters) {
        this.s3 = s3;
        this.layout = layout;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public Extent putIfAbsent(String shardId, LakeObject object) {
        Extent extent = object.extent();
        String key = layout.raw(object.arrival(), shardId, nameOf(object.first()));
        try {
            meters.stored(object, put(key, extent, object.kept()));
            return extent;
        } catch (S3Exception refused) {
            if (refused.statusCode() != PRECONDITION_FAILED) {
                throw refused;
            }
            return Extent.fromMetadata(
                    s3.headObject(request -> request.bucket(settings.bucket()).key(key))
                            .metadata());
        }
    }

    /** An object that begins within an aggregate says so; as a rule they begin with a record. */
    private static String nameOf(Position first) {
        return first.subSequence() == 0 ? first.sequence().toString() : first.sequence() + "." + first.subSequence();
    }

    /** Returns how many bytes the object has. */
    private long put(String key, Extent extent, List<Identified> lines) {
        ObjectUpload.Target target = new ObjectUpload.Target(settings.bucket(), key, extent.toMetadata());
        try (ObjectUpload upload =
                new ObjectUpload(s3, target, (int) settings.partSize().toBytes())) {
            compress(lines, upload.content());
            upload.finish();
            return upload.size();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory", impossible);
        }
    }

    private void compress(List<Identified> lines, OutputStream content) throws IOException {
        Gzip gzip = new Gzip(content, settings.compression());
        try {
            OutputStream chunks = new BufferedOutputStream(gzip, CHUNK);
            for (Identified line : lines) {
                chunks.write(line.wire());
                chunks.write('\n');
            }
            chunks.flush();
            gzip.finish();
        } finally {
            gzip.release();
        }
    }

    private static final class Gzip extends GZIPOutputStream {

        Gzip(OutputStream out, int level) throws IOException {
            super(out, CHUNK);
            def.setLevel(level);
        }

        /** Closes without writing the rest, which the upload may just have refused. */
        void release() {
            def.end();
        }
    }
}
