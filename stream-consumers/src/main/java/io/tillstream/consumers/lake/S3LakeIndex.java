package io.tillstream.consumers.lake;

import io.tillstream.model.layout.ObjectKeys;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Pages as objects of the lake's bucket, outside of what is read as the lake. */
final class S3LakeIndex implements LakeIndex {

    private final S3Client s3;
    private final String bucket;
    private final String sink;

    /** @param sink whose index it is */
    S3LakeIndex(S3Client s3, String bucket, String sink) {
        this.s3 = s3;
        this.bucket = bucket;
        this.sink = sink;
    }

    /** Objects of other names are not pages of the index. */
    @Override
    public List<IndexFile> list(String shardId) {
        String prefix = ObjectKeys.indexOf(sink, shardId);
        return s3
                .listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(prefix).encodingType(EncodingType.URL))
                .contents()
                .stream()
                .map(object -> fileOf(shardId, prefix, object))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public IndexPage read(IndexFile file) {
        return IndexPage.fromBytes(
                file.range(),
                s3.getObjectAsBytes(request -> request.bucket(bucket).key(keyOf(file.shardId(), file.range())))
                        .asByteArray());
    }

    @Override
    public void write(String shardId, IndexPage page) {
        s3.putObject(
                request -> request.bucket(bucket)
                        .key(keyOf(shardId, page.range()))
                        .contentType("application/octet-stream"),
                RequestBody.fromBytes(page.toBytes()));
    }

    @Override
    public void delete(String shardId, ShardRange range) {
        s3.deleteObject(request -> request.bucket(bucket).key(keyOf(shardId, range)));
    }

    private static Optional<IndexFile> fileOf(String shardId, String prefix, S3Object object) {
        return ShardRange.named(object.key().substring(prefix.length()))
                .map(range -> new IndexFile(shardId, range, object.lastModified()));
    }

    private String keyOf(String shardId, ShardRange range) {
        return ObjectKeys.index(sink, shardId, range.name());
    }
}
