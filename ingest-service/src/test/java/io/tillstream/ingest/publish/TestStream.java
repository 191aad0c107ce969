package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.ingest.publish.ShardMap.Shard;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.model.layout.FeedLayout;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** A stream of its own on the embedded cloud, with publishers into it and readers of it. */
final class TestStream implements AutoCloseable {

    final String name = "stream-" + UUID.randomUUID();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final KinesisClient client;

    private final List<KinesisPublisher> publishers = new ArrayList<>();

    TestStream(URI endpoint, int shards) {
        client = PublishConfiguration.withoutRetries(KinesisClient.builder(), 1)
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
        client.createStream(create -> create.streamName(name).shardCount(shards));
        waitUntilActive();
    }

    static LocalCloud cloud() {
        return LocalCloud.builder().port(0).start();
    }

    KinesisPublisher publisher(Duration timeout) {
        KinesisPublisher publisher =
                PublishConfiguration.publisher(new TransactionFeed(), client, properties(timeout), registry);
        publishers.add(publisher);
        return publisher;
    }

    /** One that believes for ever in the shards of this moment. */
    KinesisPublisher publisherWithAStaleMap(Duration timeout) {
        PublishProperties properties = properties(timeout);
        ShardSource live = new KinesisShards(client, name, properties.callTimeout());
        ShardMap stale = live.read().orElseThrow();
        KinesisPublisher publisher = new KinesisPublisher(
                PublishEngine.start(
                        new KinesisGateway(client, name, properties.callTimeout()),
                        () -> Optional.of(stale),
                        properties,
                        new PublishMeters(FeedLayout.TRANSACTIONS.name(), registry)),
                properties);
        publishers.add(publisher);
        return publisher;
    }

    void split(int index) {
        Shard shard = open().shards().get(index);
        BigInteger sum = new BigInteger(shard.first().toString())
                .add(new BigInteger(shard.last().toString()));
        client.splitShard(split -> split.streamName(name)
                .shardToSplit(shard.id())
                .newStartingHashKey(sum.shiftRight(1).add(BigInteger.ONE).toString()));
        waitUntilActive();
    }

    /** Merges a shard with the one after it. */
    void merge(int index) {
        List<Shard> shards = open().shards();
        client.mergeShards(merge -> merge.streamName(name)
                .shardToMerge(shards.get(index).id())
                .adjacentShardToMerge(shards.get(index + 1).id()));
        waitUntilActive();
    }

    ShardMap open() {
        return new KinesisShards(client, name, Duration.ofSeconds(5)).read().orElseThrow();
    }

    /**
     * The lines of every shard there was, in their order, as KCL sees them that knows the shard's range; it has to see
     * as much as a reader that does not ask for ranges.
     */
    List<List<String>> read() {
        List<List<String>> shards = new ArrayList<>();
        client.listShards(list -> list.streamName(name)).shards().forEach(shard -> {
            List<KinesisClientRecord> records = records(shard.shardId()).stream()
                    .map(KinesisClientRecord::fromRecord)
                    .toList();
            List<String> seen = texts(
                    records,
                    shard.hashKeyRange().startingHashKey(),
                    shard.hashKeyRange().endingHashKey());
            assertThat(seen).isEqualTo(texts(records, HashKey.LEAST.toString(), HashKey.MOST.toString()));
            shards.add(seen);
        });
        return shards;
    }

    double count(String meter) {
        return registry.get("tillstream.ingest.publish." + meter).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public void close() {
        publishers.forEach(KinesisPublisher::close);
        client.deleteStream(delete -> delete.streamName(name));
        client.close();
    }

    private PublishProperties properties(Duration timeout) {
        return new PublishProperties(
                name,
                DataSize.ofKilobytes(256),
                4,
                Duration.ofMillis(5),
                16,
                timeout,
                Duration.ofSeconds(4),
                timeout.minus(timeout.dividedBy(10)),
                Duration.ofSeconds(60),
                Duration.ofMillis(25),
                Duration.ofMillis(500));
    }

    private void waitUntilActive() {
        client.waiter().waitUntilStreamExists(describe -> describe.streamName(name));
    }

    private List<Record> records(String shard) {
        List<Record> records = new ArrayList<>();
        @Nullable
        String iterator = client.getShardIterator(
                        get -> get.streamName(name).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        while (iterator != null) {
            String from = iterator;
            GetRecordsResponse response = client.getRecords(get -> get.shardIterator(from));
            records.addAll(response.records());
            iterator = response.records().isEmpty() ? null : response.nextShardIterator();
        }
        return records;
    }

    private static List<String> texts(List<KinesisClientRecord> records, String first, String last) {
        // KCL reads the buffers to their end.
        List<KinesisClientRecord> fresh = records.stream()
                .map(record ->
                        record.toBuilder().data(record.data().duplicate()).build())
                .toList();
        return new AggregatorUtil()
                .deaggregate(fresh, new BigInteger(first), new BigInteger(last)).stream()
                        .map(Lines::text)
                        .toList();
    }
}
