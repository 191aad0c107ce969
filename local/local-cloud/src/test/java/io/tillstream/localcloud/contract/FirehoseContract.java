package io.tillstream.localcloud.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.CompressionFormat;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.ExtendedS3DestinationConfiguration;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.Record;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What AWS documents of Data Firehose with direct put and a destination on S3. */
public interface FirehoseContract {

    String ROLE = "arn:aws:iam::000000000000:role/firehose";
    String BUCKET = "contract-of-firehose";
    Duration PATIENCE = Duration.ofSeconds(20);

    URI endpoint();

    /** Cases that the endpoint is known not to keep. */
    default Set<Deviation> deviations() {
        return Set.of();
    }

    private FirehoseClient firehose() {
        return SdkClients.at(endpoint(), FirehoseClient.builder());
    }

    private String create(FirehoseClient firehose, S3Client s3, String prefix, CompressionFormat compression) {
        String name = "contract-" + UUID.randomUUID();
        s3.createBucket(create -> create.bucket(name));
        firehose.createDeliveryStream(create -> create.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(s3Destination -> s3Destination
                        .bucketARN("arn:aws:s3:::" + name)
                        .roleARN(ROLE)
                        .prefix(prefix)
                        .errorOutputPrefix(prefix.contains("!{") ? "errors/!{firehose:error-output-type}/" : "errors/")
                        .compressionFormat(compression)
                        .bufferingHints(hints -> hints.sizeInMBs(1).intervalInSeconds(1))));
        await().atMost(PATIENCE)
                .until(() -> describe(firehose, name).deliveryStreamStatus() == DeliveryStreamStatus.ACTIVE);
        return name;
    }

    private static DeliveryStreamDescription describe(FirehoseClient firehose, String name) {
        return firehose.describeDeliveryStream(describe -> describe.deliveryStreamName(name))
                .deliveryStreamDescription();
    }

    @Test
    default void deliversRecordsOneBehindTheOther() {
        Deviation.FIREHOSE_OBJECT_NAMES.assumeAbsentFrom(deviations());
        try (FirehoseClient firehose = firehose();
                S3Client s3 = SdkClients.s3(endpoint())) {
            String stream = create(firehose, s3, "in/", CompressionFormat.UNCOMPRESSED);
            put(firehose, stream, 0, 100);
            firehose.putRecord(one -> one.deliveryStreamName(stream).record(record("last\n")));
            String expected = text(0, 100) + "last\n";
            await().atMost(PATIENCE).until(() -> delivered(s3, stream).length() >= expected.length());
            assertThat(delivered(s3, stream)).isEqualTo(expected);
            assertThat(objects(s3, stream))
                    .allSatisfy(object -> assertThat(object.key())
                            .matches("in/\\d{4}/\\d\\d/\\d\\d/\\d\\d/" + stream
                                    + "-1-\\d{4}-\\d\\d-\\d\\d-\\d\\d-\\d\\d-\\d\\d-[0-9a-f-]{36}"));
            firehose.deleteDeliveryStream(delete -> delete.deliveryStreamName(stream));
        }
    }

    @Test
    default void compressesAndNamesAsTold() throws IOException {
        Deviation.FIREHOSE_COMPRESSION.assumeAbsentFrom(deviations());
        try (FirehoseClient firehose = firehose();
                S3Client s3 = SdkClients.s3(endpoint())) {
            String stream = create(firehose, s3, "dt=!{timestamp:yyyy-MM-dd}/", CompressionFormat.GZIP);
            put(firehose, stream, 0, 10);
            await().atMost(PATIENCE).until(() -> !objects(s3, stream).isEmpty());
            S3Object object = objects(s3, stream).getFirst();
            assertThat(object.key()).matches("dt=\\d{4}-\\d\\d-\\d\\d/" + stream + "-1-.*\\.gz");
            byte[] zipped = s3.getObjectAsBytes(get -> get.bucket(stream).key(object.key()))
                    .asByteArray();
            try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
                assertThat(new String(content.readAllBytes(), UTF_8)).isEqualTo(text(0, 10));
            }
            firehose.deleteDeliveryStream(delete -> delete.deliveryStreamName(stream));
        }
    }

    @Test
    default void describesWhatWasCreated() {
        try (FirehoseClient firehose = firehose();
                S3Client s3 = SdkClients.s3(endpoint())) {
            String stream = create(firehose, s3, "in/", CompressionFormat.GZIP);
            DeliveryStreamDescription description = describe(firehose, stream);
            assertThat(description.deliveryStreamARN()).endsWith(":deliverystream/" + stream);
            assertThat(description.versionId()).isEqualTo("1");
            assertThat(description.destinations()).singleElement().satisfies(destination -> {
                assertThat(destination.extendedS3DestinationDescription().bucketARN())
                        .isEqualTo("arn:aws:s3:::" + stream);
                assertThat(destination
                                .extendedS3DestinationDescription()
                                .bufferingHints()
                                .sizeInMBs())
                        .isEqualTo(1);
            });
            assertThat(firehose.listDeliveryStreams(list -> list.limit(100)).deliveryStreamNames())
                    .contains(stream);
            firehose.deleteDeliveryStream(delete -> delete.deliveryStreamName(stream));
        }
    }

    @Test
    default void refusesWhatExceedsTheLimits() {
        Deviation.FIREHOSE_LIMITS.assumeAbsentFrom(deviations());
        try (FirehoseClient firehose = firehose();
                S3Client s3 = SdkClients.s3(endpoint())) {
            String stream = create(firehose, s3, "in/", CompressionFormat.UNCOMPRESSED);
            assertThatThrownBy(() -> put(firehose, stream, 0, 501)).isInstanceOf(FirehoseException.class);
            assertThatThrownBy(() -> firehose.putRecord(one ->
                            one.deliveryStreamName(stream).record(record("x".repeat(1000 * 1024 + 1)))))
                    .isInstanceOf(FirehoseException.class);
            firehose.deleteDeliveryStream(delete -> delete.deliveryStreamName(stream));
            assertThatThrownBy(() -> put(firehose, "no-such-stream", 0, 1))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
    }

    @Test
    default void refusesDestinationsThatContradictThemselves() {
        Deviation.FIREHOSE_COMPRESSION.assumeAbsentFrom(deviations());
        try (FirehoseClient firehose = firehose();
                S3Client s3Client = SdkClients.s3(endpoint())) {
            createBucket(s3Client);
            String errors = "errors/!{firehose:error-output-type}/";
            assertRefused(firehose, s3 -> s3.prefix("dt=!{timestamp:yyyy}/"));
            assertRefused(
                    firehose, s3 -> s3.prefix("!{firehose:error-output-type}/").errorOutputPrefix(errors));
            assertRefused(firehose, s3 -> s3.prefix("!{nothing:yyyy}/").errorOutputPrefix(errors));
            assertRefused(firehose, s3 -> s3.prefix("in/").errorOutputPrefix("errors/!{timestamp:yyyy}/"));
            assertRefused(firehose, s3 -> s3.bufferingHints(hints -> hints.sizeInMBs(1)));
            assertRefused(firehose, s3 -> s3.bufferingHints(hints -> hints.intervalInSeconds(60)));
        }
    }

    @Test
    default void refusesABucketOrARoleThatIsNotThere() {
        Deviation.FIREHOSE_DESTINATIONS.assumeAbsentFrom(deviations());
        try (FirehoseClient firehose = firehose();
                S3Client s3Client = SdkClients.s3(endpoint())) {
            createBucket(s3Client);
            assertRefused(firehose, s3 -> s3.bucketARN("arn:aws:s3:::no-such-" + UUID.randomUUID()));
            assertRefused(firehose, s3 -> s3.roleARN("arn:aws:iam::999999999999:role/firehose"));
            assertThatThrownBy(() -> createRefused(firehose, s3 -> s3.roleARN("firehose")))
                    .isInstanceOfSatisfying(
                            FirehoseException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
            assertThat(firehose.listDeliveryStreams(list -> list.limit(100)).deliveryStreamNames())
                    .doesNotContain("refused");
        }
    }

    private static void assertRefused(
            FirehoseClient firehose, Consumer<ExtendedS3DestinationConfiguration.Builder> destination) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> createRefused(firehose, destination));
    }

    private static void createRefused(
            FirehoseClient firehose, Consumer<ExtendedS3DestinationConfiguration.Builder> destination) {
        firehose.createDeliveryStream(create -> create.deliveryStreamName("refused")
                .extendedS3DestinationConfiguration(s3 -> destination.accept(
                        s3.bucketARN("arn:aws:s3:::" + BUCKET).roleARN(ROLE))));
    }

    private static void createBucket(S3Client s3) {
        try {
            s3.createBucket(create -> create.bucket(BUCKET));
        } catch (BucketAlreadyOwnedByYouException alreadyThere) {
            // Another test has made it.
        }
    }

    private static void put(FirehoseClient firehose, String stream, int from, int count) {
        List<Record> records = IntStream.range(from, from + count)
                .mapToObj(i -> record("record " + i + "\n"))
                .toList();
        assertThat(firehose.putRecordBatch(
                                batch -> batch.deliveryStreamName(stream).records(records))
                        .failedPutCount())
                .isZero();
    }

    private static Record record(String text) {
        return Record.builder().data(SdkBytes.fromUtf8String(text)).build();
    }

    private static String text(int from, int count) {
        StringBuilder text = new StringBuilder();
        IntStream.range(from, from + count)
                .forEach(i -> text.append("record ").append(i).append('\n'));
        return text.toString();
    }

    private static List<S3Object> objects(S3Client s3, String bucket) {
        return s3.listObjectsV2(list -> list.bucket(bucket)).contents();
    }

    private static String delivered(S3Client s3, String bucket) {
        StringBuilder text = new StringBuilder();
        for (S3Object object : objects(s3, bucket)) {
            text.append(s3.getObjectAsBytes(get -> get.bucket(bucket).key(object.key()))
                    .asUtf8String());
        }
        return text.toString();
    }
}
