package io.tillstream.consumers.reprocess;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillstream.consumers.rejected.DeadLetter;
import io.tillstream.invoicestore.InvoiceTables;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.ObjectKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.CompressionFormat;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.json.JsonMapper;

/** A bucket, tables, a stream and a delivery stream of their own, and the command with their settings. */
final class Desk implements AutoCloseable {

    static final Instant ARRIVAL = Instant.parse("2026-03-01T12:34:56Z");

    private static final LineCodec CODEC = new LineCodec();

    private final String name = "desk-" + UUID.randomUUID();
    private final List<String> more = new ArrayList<>();
    private final URI endpoint;
    private final S3Client s3;
    private final DynamoDbClient dynamoDb;
    private final KinesisClient kinesis;
    private final FirehoseClient firehose;

    record Ended(int exitCode, String out, String err) {}

    Desk(LocalCloud cloud) {
        endpoint = cloud.endpoint();
        s3 = at(S3Client.builder().forcePathStyle(true));
        dynamoDb = at(DynamoDbClient.builder());
        kinesis = at(KinesisClient.builder());
        firehose = at(FirehoseClient.builder());
        s3.createBucket(request -> request.bucket(name));
        new InvoiceTables(dynamoDb, name + "-I", name + "-C").createMissing();
        kinesis.createStream(request -> request.streamName(name).shardCount(1));
        kinesis.waiter().waitUntilStreamExists(request -> request.streamName(name));
        firehose.createDeliveryStream(request -> request.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(to -> to.bucketARN("arn:aws:s3:::" + name)
                        .roleARN("arn:aws:iam::000000000000:role/firehose")
                        .prefix("firehose/")
                        .compressionFormat(CompressionFormat.GZIP)
                        .bufferingHints(hints -> hints.sizeInMBs(1).intervalInSeconds(0))));
    }

    private <B extends AwsClientBuilder<B, C>, C> C at(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }

    /** One more setting of the command. */
    void with(String setting) {
        more.add(setting);
    }

    List<String> settings() {
        List<String> settings = new ArrayList<>(more);
        settings.addAll(List.of(
                "--spring.cloud.aws.endpoint=" + endpoint,
                "--spring.cloud.aws.region.static=eu-west-1",
                "--spring.cloud.aws.credentials.access-key=local",
                "--spring.cloud.aws.credentials.secret-key=local",
                "--spring.cloud.aws.s3.path-style-access-enabled=true",
                "--tillstream.consumers.kcl.stream=" + name,
                "--tillstream.consumers.lake.bucket=" + name,
                "--tillstream.consumers.rejected.bucket=" + name,
                "--tillstream.consumers.invoices.invoices-table=" + name + "-I",
                "--tillstream.consumers.invoices.customers-table=" + name + "-C",
                "--tillstream.consumers.warehouse.delivery-stream=" + name));
        return settings;
    }

    Ended reprocess(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = new ReprocessCommand(settings())
                .commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        return new Ended(command.execute(arguments), out.toString(), err.toString());
    }

    void putRaw(Instant arrival, String shard, long sequence, List<TransactionLine> lines) {
        put(
                FeedLayout.TRANSACTIONS.raw(arrival, shard, Long.toString(sequence)),
                lines.stream()
                        .map(line -> new String(CODEC.encode(line), UTF_8))
                        .toList());
    }

    void put(String key, List<String> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        s3.putObject(request -> request.bucket(name).key(key), RequestBody.fromBytes(bytes.toByteArray()));
    }

    void putLetter(String sink, DeadLetter letter) {
        s3.putObject(
                request -> request.bucket(name).key(ObjectKeys.rejected(sink, letter.arrivedAt(), letter.name())),
                RequestBody.fromString(JsonMapper.shared().writeValueAsString(letter) + "\n"));
    }

    List<String> keys(String prefix) {
        return s3.listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    String text(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(name).key(key)).asUtf8String();
    }

    /** Everything in both tables, but for when it was received. */
    Set<Map<String, AttributeValue>> tables() {
        return List.of(name + "-I", name + "-C").stream()
                .flatMap(table -> dynamoDb.scanPaginator(request -> request.tableName(table)).items().stream())
                .collect(Collectors.toSet());
    }

    void emptyTables() {
        for (String table : List.of(name + "-I", name + "-C")) {
            dynamoDb.deleteTable(request -> request.tableName(table));
        }
        new InvoiceTables(dynamoDb, name + "-I", name + "-C").createMissing();
    }

    /** What lies in the stream, as texts. */
    List<String> stream() {
        String shard = kinesis.listShards(request -> request.streamName(name))
                .shards()
                .getFirst()
                .shardId();
        String iterator = kinesis.getShardIterator(request ->
                        request.streamName(name).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        return kinesis.getRecords(request -> request.shardIterator(iterator)).records().stream()
                .map(one -> one.data().asUtf8String())
                .toList();
    }

    /** What Firehose has delivered, row by row. */
    List<String> delivered() {
        List<String> rows = new ArrayList<>();
        for (String key : keys("firehose/")) {
            try (var gzip = new GZIPInputStream(
                    s3.getObject(request -> request.bucket(name).key(key)))) {
                new String(gzip.readAllBytes(), UTF_8).lines().forEach(rows::add);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        firehose.close();
        kinesis.close();
        dynamoDb.close();
        s3.close();
    }
}
