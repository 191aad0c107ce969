package io.tillstream.localcloud.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.localcloud.contract.KclConsumer.Event;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;

/** That KCL finds what it needs of Kinesis and DynamoDB: it follows a stream through a split and a merge. */
public interface KclContract {

    Duration KCL_PATIENCE = Duration.ofSeconds(90);

    URI endpoint();

    @Test
    default void kclConsumesASplitAndAMergeUnderLoadWhole() {
        String stream = "kcl-" + UUID.randomUUID();
        Set<String> read = ConcurrentHashMap.newKeySet();
        try (KinesisClient client = SdkClients.at(endpoint(), KinesisClient.builder())) {
            client.createStream(create -> create.streamName(stream).shardCount(2));
            client.waiter().waitUntilStreamExists(describe -> describe.streamName(stream));
            put(client, stream, 0);
            try (KclConsumer consumer = new KclConsumer(
                    endpoint(),
                    stream,
                    records -> records.forEach(
                            record -> read.add(UTF_8.decode(record.data()).toString())))) {
                await().atMost(KCL_PATIENCE).until(() -> !read.isEmpty());
                IntStream.range(1, 10).forEach(call -> put(client, stream, call));
                split(client, stream);
                IntStream.range(10, 20).forEach(call -> put(client, stream, call));
                merge(client, stream);
                IntStream.range(20, 30).forEach(call -> put(client, stream, call));
                await().atMost(KCL_PATIENCE).until(() -> read.size() >= 3_000 && ended(consumer.events()) >= 3);
                assertThat(read).hasSize(3_000);
                assertParentsFirst(
                        client.listShards(list -> list.streamName(stream)).shards(), consumer.events());
            }
            client.deleteStream(delete -> delete.streamName(stream));
        }
    }

    private static void assertParentsFirst(List<Shard> shards, List<Event> events) {
        Set<String> ended = new HashSet<>();
        for (Event event : events) {
            if (event.ended()) {
                ended.add(event.shard());
                continue;
            }
            Shard shard = shards.stream()
                    .filter(known -> known.shardId().equals(event.shard()))
                    .findFirst()
                    .orElseThrow();
            assertThat(ended)
                    .containsAll(Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
                            .filter(parent -> parent != null)
                            .toList());
        }
    }

    private static long ended(List<Event> events) {
        return events.stream().filter(Event::ended).count();
    }

    private static void split(KinesisClient client, String stream) {
        client.splitShard(split -> split.streamName(stream)
                .shardToSplit(open(client, stream).getFirst().shardId())
                .newStartingHashKey("85070591730234615865843651857942052864"));
        client.waiter().waitUntilStreamExists(describe -> describe.streamName(stream));
    }

    private static void merge(KinesisClient client, String stream) {
        List<Shard> shards = open(client, stream);
        client.mergeShards(merge -> merge.streamName(stream)
                .shardToMerge(shards.get(1).shardId())
                .adjacentShardToMerge(shards.get(2).shardId()));
        client.waiter().waitUntilStreamExists(describe -> describe.streamName(stream));
    }

    private static List<Shard> open(KinesisClient client, String stream) {
        return client.listShards(
                        list -> list.streamName(stream).shardFilter(filter -> filter.type(ShardFilterType.AT_LATEST)))
                .shards();
    }

    private static void put(KinesisClient client, String stream, int call) {
        client.putRecords(records -> records.streamName(stream)
                .records(IntStream.range(call * 100, call * 100 + 100)
                        .mapToObj(i -> PutRecordsRequestEntry.builder()
                                .partitionKey("key " + i)
                                .data(SdkBytes.fromUtf8String("record " + i))
                                .build())
                        .toList()));
    }
}
