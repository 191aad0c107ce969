package io.tillstream.loader.warehouse;

import io.tillstream.warehouse.load.StagingArea;
import java.io.InputStream;
import java.util.stream.Gatherers;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** A prefix of a bucket, from which Redshift copies. What a killed load leaves there, a lifecycle rule has to expire. */
final class S3StagingArea implements StagingArea {

    private static final int KEYS_A_CALL = 1_000;

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    S3StagingArea(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public String put(String name, InputStream bytes, long size) {
        String key = prefix + name;
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromInputStream(bytes, size));
        return "s3://" + bucket + "/" + key;
    }

    @Override
    public void sweep(String names) {
        s3
                .listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(prefix + names).encodingType(EncodingType.URL))
                .contents()
                .stream()
                .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                .gather(Gatherers.windowFixed(KEYS_A_CALL))
                .forEach(keys ->
                        s3.deleteObjects(request -> request.bucket(bucket).delete(delete -> delete.objects(keys))));
    }
}
