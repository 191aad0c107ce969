package io.tillstream.ingest.spill;

import io.tillstream.ingest.IngestApplication;
import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.TransactionValidator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** A stream of its own, services before it, and tills that send rows whose quantity counts up from 1. */
final class Shop implements AutoCloseable {

    private final URI endpoint;
    private final String stream = "stream-" + UUID.randomUUID();
    private final KinesisClient kinesis;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ConfigurableApplicationContext> services = new ArrayList<>();

    Shop(URI endpoint) {
        this.endpoint = endpoint;
        this.kinesis = at(endpoint, KinesisClient.builder());
        kinesis.createStream(create -> create.streamName(stream).shardCount(2));
        kinesis.waiter().waitUntilStreamExists(describe -> describe.streamName(stream));
    }

    static <C, B extends AwsClientBuilder<B, C>> C at(URI endpoint, B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    String stream() {
        return stream;
    }

    /** A service that soon gives up on the stream. */
    ConfigurableApplicationContext open(String... settings) {
        String[] all = Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--tillstream.access.mode=open",
                                "--spring.cloud.aws.endpoint=" + endpoint,
                                "--spring.cloud.aws.region.static=eu-west-1",
                                "--spring.cloud.aws.credentials.access-key=test",
                                "--spring.cloud.aws.credentials.secret-key=test",
                                "--tillstream.ingest.stream=" + stream,
                                "--tillstream.ingest.publish-timeout=600ms",
                                "--tillstream.ingest.shed-after=500ms",
                                "--tillstream.ingest.call-timeout=500ms"),
                        Stream.of(settings))
                .toArray(String[]::new);
        SpringApplicationBuilder application = IngestApplication.builder().registerShutdownHook(false);
        ConfigurableApplicationContext service = application.run(all);
        services.add(service);
        return service;
    }

    /** The status of the answer. */
    int send(ConfigurableApplicationContext service, String invoice, int quantity)
            throws IOException, InterruptedException {
        String row = """
            {"InvoiceNo":"%s","StockCode":"S","Quantity":%d,"InvoiceDate":"12/1/2010 8:26","UnitPrice":1,
             "Country":"EIRE"}\
            """.formatted(invoice, quantity);
        HttpRequest request = HttpRequest.newBuilder(address(service, "/transactions"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", invoice + "-" + quantity)
                .POST(BodyPublishers.ofString(row))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    String get(ConfigurableApplicationContext service, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address(service, path)).build(), BodyHandlers.ofString())
                .body();
    }

    private static URI address(ConfigurableApplicationContext service, String path) {
        return URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + path);
    }

    /** The lines that the service makes of such rows. */
    static List<EncodedLine> encoded(String invoice, int count) {
        List<String> header = List.of("InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "Country");
        List<EncodedLine> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            RawRow row = RawRow.ofText(header, List.of(invoice, "S", "" + i, "12/1/2010 8:26", "1", "EIRE"));
            RowResult result =
                    new TransactionValidator(RowSettings.USUAL).validate(row, 0, LineIdentity.unique(), Lines.NOON);
            byte[] bytes = new LineCodec().encode((TransactionLine) ((RowResult.Accepted) result).line());
            lines.add(new EncodedLine(invoice, bytes));
        }
        return lines;
    }

    /** What the stream holds: the quantities of each invoice, each where it is first. */
    Map<String, SequencedSet<Long>> quantities() {
        Map<String, SequencedSet<Long>> quantities = new TreeMap<>();
        kinesis.listShards(list -> list.streamName(stream)).shards().stream()
                .flatMap(shard -> new AggregatorUtil().deaggregate(records(shard.shardId())).stream())
                .map(Shop::line)
                .forEach(line -> quantities
                        .computeIfAbsent(line.invoiceNo().value(), invoice -> new LinkedHashSet<>())
                        .add(line.quantity()));
        return quantities;
    }

    private List<KinesisClientRecord> records(String shard) {
        List<Record> records = new ArrayList<>();
        String iterator = kinesis.getShardIterator(
                        get -> get.streamName(stream).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        for (boolean more = true; more; ) {
            String from = iterator;
            GetRecordsResponse answer = kinesis.getRecords(get -> get.shardIterator(from));
            records.addAll(answer.records());
            more = answer.hasRecords() && !answer.records().isEmpty();
            iterator = Objects.requireNonNullElse(answer.nextShardIterator(), iterator);
        }
        return records.stream().map(KinesisClientRecord::fromRecord).toList();
    }

    private static TransactionLine line(KinesisClientRecord record) {
        ByteBuffer data = record.data();
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return (TransactionLine) ((Decoded.Line) new LineCodec().decode(bytes)).line();
    }

    @Override
    public void close() {
        services.forEach(ConfigurableApplicationContext::close);
        http.close();
        kinesis.close();
    }
}
