package io.tillstream.consumers.lake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Puts an object whose length is not known before it is written, if there is none under its key: at once when it is
 * small, otherwise in parts as they fill up, so that no more than one part is held. Until {@link #finish} has returned
 * there is no object, and without it {@link #close} takes back the parts.
 */
final class ObjectUpload implements AutoCloseable {

    private static final String CONTENT_TYPE = "application/gzip";

    private final S3Client s3;
    private final Target target;
    private final int partSize;
    private final List<CompletedPart> parts = new ArrayList<>();
    private Part part = new Part();
    private @Nullable String uploadId;
    private long size;

    ObjectUpload(S3Client s3, Target target, int partSize) {
        this.s3 = s3;
        this.target = target;
        this.partSize = partSize;
    }

    /** What is uploaded, and where to. */
    record Target(String bucket, String key, Map<String, String> metadata) {}

    /** Takes the content; closing it does nothing. */
    OutputStream content() {
        return new Content();
    }

    /** How many bytes the content has so far. */
    long size() {
        return size;
    }

    void finish() {
        if (uploadId == null) {
            s3.putObject(
                    put -> put.bucket(target.bucket())
                            .key(target.key())
                            .ifNoneMatch("*")
                            .contentType(CONTENT_TYPE)
                            .metadata(target.metadata()),
                    part.body());
            return;
        }
        if (part.size() > 0) {
            sendPart(uploadId);
        }
        s3.completeMultipartUpload(complete -> complete.bucket(target.bucket())
                .key(target.key())
                .uploadId(uploadId)
                .ifNoneMatch("*")
                .multipartUpload(uploaded -> uploaded.parts(parts)));
        uploadId = null;
    }

    /** Parts that stay because this fails, or is not reached, are for the bucket's lifecycle rule to remove. */
    @Override
    public void close() {
        if (uploadId != null) {
            s3.abortMultipartUpload(
                    abort -> abort.bucket(target.bucket()).key(target.key()).uploadId(uploadId));
        }
    }

    private void partIsFull() {
        if (uploadId == null) {
            uploadId = s3.createMultipartUpload(create -> create.bucket(target.bucket())
                            .key(target.key())
                            .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                            .contentType(CONTENT_TYPE)
                            .metadata(target.metadata()))
                    .uploadId();
        }
        sendPart(uploadId);
        part = new Part();
    }

    private void sendPart(String upload) {
        int number = parts.size() + 1;
        UploadPartResponse sent = s3.uploadPart(
                send -> send.bucket(target.bucket())
                        .key(target.key())
                        .uploadId(upload)
                        .partNumber(number)
                        .checksumAlgorithm(ChecksumAlgorithm.CRC32),
                part.body());
        parts.add(CompletedPart.builder()
                .partNumber(number)
                .eTag(sent.eTag())
                .checksumCRC32(sent.checksumCRC32())
                .build());
    }

    private final class Content extends OutputStream {

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int from = offset;
            int rest = length;
            size += length;
            while (rest > 0) {
                int fits = Math.min(rest, partSize - part.size());
                part.write(bytes, from, fits);
                from += fits;
                rest -= fits;
                if (part.size() == partSize) {
                    partIsFull();
                }
            }
        }
    }

    /** Bytes that are sent without being copied once more. */
    private static final class Part extends ByteArrayOutputStream {

        RequestBody body() {
            return RequestBody.fromContentProvider(() -> new ByteArrayInputStream(buf, 0, count), count, CONTENT_TYPE);
        }
    }
}
