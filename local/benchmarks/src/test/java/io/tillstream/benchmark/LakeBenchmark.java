package io.tillstream.benchmark;

import io.tillstream.consumers.decode.DecodedRecord;
import io.tillstream.consumers.decode.RecordDecoder;
import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.SinkType;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.model.feed.TransactionFeed;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/**
 * Prints, for each round, how many rows a second the lake's sink stores, beside what the endpoint takes when the same
 * compressed bytes are put with the same concurrency, beside one core that compresses the same lines, and what CPU time
 * each takes a row. All share one machine; what counts are the ratios of one round.
 *
 * <p>Arguments: rounds; rows a shard; level of compression.
 */
public final class LakeBenchmark {

    private static final int SHARDS = 4;
    private static final int BATCH = 2_000;
    private final S3Client s3;
    private final List<List<KinesisClientRecord>> shards;
    private final String level;

    private LakeBenchmark(S3Client s3, List<List<KinesisClientRecord>> shards, String level) {
        this.s3 = s3;
        this.shards = shards;
        this.level = level;
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        int rows = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        List<List<KinesisClientRecord>> shards = IntStream.range(0, SHARDS)
                .mapToObj(shard -> PreparedLines.ofShard(shard, rows))
                .toList();
        try (LocalCloud cloud = LocalCloud.builder()
                        .port(0)
                        .data(Files.createTempDirectory("lake-benchmark"))
                        .start();
                S3Client s3 = S3Client.builder()
                        .endpointOverride(cloud.endpoint())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .forcePathStyle(true)
                        .build()) {
            LakeBenchmark benchmark = new LakeBenchmark(s3, shards, args.length > 2 ? args[2] : "6");
            System.out.println(
                    "| bytes a row | PutObject, rows/s | gzip on one core, rows/s | sink, rows/s | to the lesser |"
                            + " CPU a row, µs: gzip | sink | decode | decode and sink |\n|---|---|---|---|---|---|---|---|---|");
            for (int round = 0; round < rounds; round++) {
                benchmark.round();
            }
        }
        System.exit(0);
    }

    private void round() throws Exception {
        List<List<StreamBatch>> decoded = new ArrayList<>();
        Cost decode = Cost.of(List.of(shards), all -> all.forEach(shard -> decoded.add(batches(shard))));
        List<byte[]> compressed = new ArrayList<>();
        Cost gzip = Cost.of(List.of(decoded), all -> all.forEach(shard -> compressed.add(compressed(shard))));
        String bucket = newBucket();
        Cost put = Cost.of(compressed, bytes -> put(bucket, bytes));
        Cost sink = store(decoded, shard -> shard);
        Cost both = store(shards, LakeBenchmark::batches);
        long rows = (long) SHARDS * shards.getFirst().size();
        System.out.printf(
                "| %.0f | %,.0f | %,.0f | %,.0f | %.2f | %.1f | %.1f | %.1f | %.1f |%n",
                compressed.stream().mapToLong(bytes -> bytes.length).sum() / (double) rows,
                put.perSecond(rows),
                gzip.perSecond(rows),
                sink.perSecond(rows),
                sink.perSecond(rows) / Math.min(put.perSecond(rows), gzip.perSecond(rows)),
                gzip.microsPer(rows),
                sink.microsPer(rows),
                decode.microsPer(rows),
                both.microsPer(rows));
    }

    /** One process with all shards, each with a thread of its own, into a new bucket. */
    private <T> Cost store(List<T> input, Batches<T> batches) throws Exception {
        String bucket = newBucket();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(LakeWiring.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("s3", s3))
                .run(
                        "--tillstream.consumers.lake.bucket=" + bucket,
                        "--tillstream.consumers.lake.compression=" + level)) {
            Sink sink =
                    context.getBean(SinkType.class).of(new TransactionFeed()).orElseThrow();
            return Cost.of(input, shard -> store(sink, batches.of(shard)));
        }
    }

    private static void store(Sink sink, List<StreamBatch> batches) {
        ShardSink shard = sink.open("shard-" + UUID.randomUUID(), (line, reason) -> {
            throw new IllegalStateException(reason);
        });
        for (StreamBatch batch : batches) {
            shard.take(batch);
            shard.store(Flush.DUE);
        }
        shard.store(Flush.ALL);
    }

    private static List<StreamBatch> batches(List<KinesisClientRecord> records) {
        RecordDecoder decoder = new RecordDecoder(TransactionColumns.WIRE);
        List<StreamBatch> batches = new ArrayList<>();
        for (int i = 0; i < records.size(); i += BATCH) {
            List<StreamLine> lines = records.subList(i, Math.min(i + BATCH, records.size())).stream()
                    .map(each -> ((DecodedRecord.Line) decoder.decode(each)).line())
                    .toList();
            batches.add(new StreamBatch(lines, lines.getLast().position()));
        }
        return batches;
    }

    private byte[] compressed(List<StreamBatch> batches) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new BufferedOutputStream(new Gzip(bytes, Integer.parseInt(level)), 1 << 16)) {
            for (StreamBatch batch : batches) {
                for (StreamLine line : batch.lines()) {
                    gzip.write(line.wire());
                    gzip.write('\n');
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void put(String bucket, byte[] bytes) {
        String key = UUID.randomUUID().toString();
        s3.putObject(put -> put.bucket(bucket).key(key).ifNoneMatch("*"), RequestBody.fromBytes(bytes));
    }

    private String newBucket() {
        String bucket = "lake-" + UUID.randomUUID();
        s3.createBucket(create -> create.bucket(bucket));
        return bucket;
    }

    private interface Batches<T> {
        List<StreamBatch> of(T shard);
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out, int level) throws IOException {
            super(out, 1 << 16);
            def.setLevel(level);
        }
    }
}
