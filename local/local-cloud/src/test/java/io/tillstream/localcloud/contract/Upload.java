package io.tillstream.localcloud.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** An upload in parts into the contract's bucket. */
final class Upload {

    private final S3Client s3;
    private final String key;
    private final String id;
    private final List<CompletedPart> parts = new ArrayList<>();

    private Upload(S3Client s3, String key, String id) {
        this.s3 = s3;
        this.key = key;
        this.id = id;
    }

    static Upload begin(S3Client s3, String key) {
        return new Upload(
                s3,
                key,
                s3.createMultipartUpload(create -> create.bucket(S3Contract.BUCKET)
                                .key(key)
                                .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                                .contentType("application/gzip")
                                .metadata(Map.of("last-sequence", "4711")))
                        .uploadId());
    }

    Upload part(String content) {
        var sent = s3.uploadPart(
                send -> send.bucket(S3Contract.BUCKET)
                        .key(key)
                        .uploadId(id)
                        .partNumber(parts.size() + 1)
                        .checksumAlgorithm(ChecksumAlgorithm.CRC32),
                RequestBody.fromString(content));
        return with(CompletedPart.builder().eTag(sent.eTag()).checksumCRC32(sent.checksumCRC32()));
    }

    Upload copiedPart(String source, String range) {
        var copied = s3.uploadPartCopy(copy -> copy.sourceBucket(S3Contract.BUCKET)
                        .sourceKey(source)
                        .copySourceRange(range)
                        .destinationBucket(S3Contract.BUCKET)
                        .destinationKey(key)
                        .uploadId(id)
                        .partNumber(parts.size() + 1))
                .copyPartResult();
        return with(CompletedPart.builder().eTag(copied.eTag()).checksumCRC32(copied.checksumCRC32()));
    }

    void complete(boolean ifAbsent) {
        s3.completeMultipartUpload(complete -> complete.bucket(S3Contract.BUCKET)
                .key(key)
                .uploadId(id)
                .ifNoneMatch(ifAbsent ? "*" : null)
                .multipartUpload(uploaded -> uploaded.parts(parts)));
    }

    boolean isCompletedIfAbsent() {
        try {
            complete(true);
            return true;
        } catch (S3Exception e) {
            // 409 while another conditional write is under way, 412 once it has won.
            assertThat(e.statusCode()).isIn(409, 412);
            return false;
        }
    }

    void abort() {
        s3.abortMultipartUpload(
                abort -> abort.bucket(S3Contract.BUCKET).key(key).uploadId(id));
    }

    private Upload with(CompletedPart.Builder part) {
        parts.add(part.partNumber(parts.size() + 1).build());
        return this;
    }
}
