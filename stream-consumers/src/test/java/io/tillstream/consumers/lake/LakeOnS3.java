package io.tillstream.consumers.lake;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.faults.Faults;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.layout.FeedLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** S3 of an embedded cloud, and what a reader finds there. Its client fails at once, so that tests do not wait. */
record LakeOnS3(LocalCloud cloud, S3Client s3) implements AutoCloseable {

    private static final LineCodec CODEC = new LineCodec();

    static LakeOnS3 start() {
        LocalCloud cloud = LocalCloud.builder().port(0).start();
        S3Client s3 = S3Client.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .forcePathStyle(true)
                .overrideConfiguration(calls -> calls.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        return new LakeOnS3(cloud, s3);
    }

    Faults faults() {
        return cloud.faults();
    }

    String newBucket() {
        String bucket = "lake-" + UUID.randomUUID();
        s3.createBucket(request -> request.bucket(bucket));
        return bucket;
    }

    List<String> keys(String bucket, String prefix) {
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    List<String> textsIn(String bucket) {
        return keys(bucket, FeedLayout.TRANSACTIONS.rawPrefix()).stream()
                .flatMap(key -> textsOf(bucket, key))
                .toList();
    }

    List<TransactionLine> linesIn(String bucket) {
        return textsIn(bucket).stream()
                .map(text -> CODEC.decode(text.getBytes(StandardCharsets.UTF_8)))
                .map(decoded -> (TransactionLine) ((Decoded.Line) decoded).line())
                .toList();
    }

    int uploadsUnderWay(String bucket) {
        return s3.listMultipartUploads(list -> list.bucket(bucket)).uploads().size();
    }

    private Stream<String> textsOf(String bucket, String key) {
        try (InputStream lines = new GZIPInputStream(
                s3.getObject(request -> request.bucket(bucket).key(key)))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        s3.close();
        cloud.close();
    }
}
