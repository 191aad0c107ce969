package io.tillstream.consumers.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.consumers.StreamConsumersApplication;
import io.tillstream.consumers.reprocess.ReprocessCommand;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.Events;
import io.tillstream.model.FeedLine;
import io.tillstream.model.SampleLines;
import io.tillstream.model.codec.EventColumns;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.model.layout.Names;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.CompressionFormat;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** One process with both feeds: each goes its own way, under names of its own. */
class TwoFeedsIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final StaticCredentialsProvider ANYONE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    private static final FeedLine SALE = SampleLines.line("536365", "85123A", "1");
    private static final FeedLine EVENT = Events.event(Events.lipstick());
    private static final String SALE_JSON = new String(TransactionColumns.WIRE.encode(SALE), UTF_8);
    private static final String EVENT_JSON = new String(EventColumns.WIRE.encode(EVENT), UTF_8);

    private static LocalCloud cloud;
    private static KclClients clients;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        cloud = LocalStream.startCloud();
        clients = LocalStream.clients(cloud);
        s3 = S3Client.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(ANYONE)
                .forcePathStyle(true)
                .build();
        s3.createBucket(request -> request.bucket(Names.LAKE_BUCKET));
        for (String name : List.of("transactions", "events")) {
            LocalStream.create(clients, name, 1);
            createDeliveryStream(name);
        }
    }

    @AfterAll
    static void stop() {
        s3.close();
        clients.close();
        cloud.close();
    }

    @Test
    void linesOfEachGoToTheLakeAndTheWarehouseOfTheirFeed() {
        put("transactions", SALE_JSON);
        put("events", EVENT_JSON);
        put("events", SALE_JSON);
        List<String> settings = settings();
        try (ConfigurableApplicationContext service =
                StreamConsumersApplication.builder().run(settings.toArray(String[]::new))) {
            assertThat(service.isRunning()).isTrue();
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(texts("raw/transactions/")).containsExactly(SALE_JSON);
                assertThat(texts("raw/events/")).containsExactly(EVENT_JSON);
                assertThat(texts("firehose/transactions/")).hasSize(1);
                assertThat(texts("firehose/events/")).containsExactly(row());
                assertThat(keys("rejected/events-lake/")).hasSize(1);
                assertThat(keys("rejected/events-warehouse/")).hasSize(1);
            });
            assertThat(s3.getObjectAsBytes(request -> request.bucket(Names.LAKE_BUCKET)
                                    .key(keys("rejected/events-lake/").getFirst()))
                            .asUtf8String())
                    .contains("\"stream\":\"events\"");
            assertThat(clients.dynamoDb().listTables().join().tableNames())
                    .contains("tillstream-lake", "tillstream-warehouse")
                    .contains("tillstream-events-lake", "tillstream-events-warehouse");
        }
        assertThat(keys("rejected/lake/")).isEmpty();

        assertThat(reprocess("raw", "--all", "--feed", "events", "--targets", "warehouse"))
                .contains("events-warehouse 1 rows stored");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(texts("firehose/events/")).containsExactly(row(), row()));
        assertThat(texts("firehose/transactions/")).hasSize(1);
    }

    private static String row() {
        return new String(EventColumns.WAREHOUSE.encode(EVENT), UTF_8);
    }

    private static List<String> settings() {
        return List.of(
                "--server.port=0",
                "--spring.cloud.aws.endpoint=" + cloud.endpoint(),
                "--spring.cloud.aws.region.static=eu-west-1",
                "--spring.cloud.aws.credentials.access-key=test",
                "--spring.cloud.aws.credentials.secret-key=test",
                "--spring.cloud.aws.s3.path-style-access-enabled=true",
                "--tillstream.access.mode=open",
                "--tillstream.feeds=transactions,events",
                "--tillstream.consumers.kcl.cloudwatch-metrics=false",
                "--tillstream.consumers.kcl.idle-between-reads=200ms",
                "--tillstream.consumers.lake.max-age=200ms",
                "--tillstream.consumers.lake.min-size=0B",
                "--tillstream.consumers.invoices.enabled=false",
                "--tillstream.consumers.sessions.enabled=false");
    }

    private static String reprocess(String... arguments) {
        StringWriter out = new StringWriter();
        int code = new ReprocessCommand(settings())
                .commandLine()
                .setOut(new PrintWriter(out))
                .execute(arguments);
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }

    private static void createDeliveryStream(String name) {
        try (FirehoseClient firehose = FirehoseClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(ANYONE)
                .build()) {
            firehose.createDeliveryStream(request -> request.deliveryStreamName(name)
                    .extendedS3DestinationConfiguration(to -> to.bucketARN("arn:aws:s3:::" + Names.LAKE_BUCKET)
                            .roleARN("arn:aws:iam::000000000000:role/firehose")
                            .prefix("firehose/" + name + "/")
                            .compressionFormat(CompressionFormat.GZIP)
                            .bufferingHints(hints -> hints.sizeInMBs(1).intervalInSeconds(0))));
        }
    }

    private static void put(String stream, String text) {
        clients.kinesis()
                .putRecord(request ->
                        request.streamName(stream).partitionKey("any").data(SdkBytes.fromUtf8String(text)))
                .join();
    }

    private static List<String> keys(String prefix) {
        return s3
                .listObjectsV2Paginator(
                        request -> request.bucket(Names.LAKE_BUCKET).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    private static List<String> texts(String prefix) {
        return keys(prefix).stream().flatMap(TwoFeedsIT::textsOf).toList();
    }

    private static Stream<String> textsOf(String key) {
        try (GZIPInputStream lines = new GZIPInputStream(
                s3.getObject(request -> request.bucket(Names.LAKE_BUCKET).key(key)))) {
            return new String(lines.readAllBytes(), UTF_8).lines();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
