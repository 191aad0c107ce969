package io.tillstream.consumers.shard;

import static org.awaitility.Awaitility.await;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.SampleLines;
import io.tillstream.model.codec.LineCodec;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** A stream of the embedded cloud, which can be filled, split and merged. */
final class LocalStream {

    private static final BigInteger KEYS = BigInteger.TWO.pow(128);

    private final KclClients clients;
    private final String name;
    private int sent;

    private LocalStream(KclClients clients, String name) {
        this.clients = clients;
        this.name = name;
    }

    static LocalCloud startCloud() {
        return LocalCloud.builder().port(0).start();
    }

    static KclClients clients(LocalCloud cloud) {
        return new KclClients(
                at(cloud, KinesisAsyncClient.builder())
                        .httpClientBuilder(Retrieval.POLLING.http())
                        .build(),
                at(cloud, DynamoDbAsyncClient.builder())
                        .httpClientBuilder(Retrieval.POLLING.http())
                        .build(),
                at(cloud, CloudWatchAsyncClient.builder()).build());
    }

    static LocalStream create(KclClients clients, String name, int shards) {
        clients.kinesis()
                .createStream(request -> request.streamName(name).shardCount(shards))
                .join();
        clients.kinesis()
                .waiter()
                .waitUntilStreamExists(request -> request.streamName(name))
                .join();
        return new LocalStream(clients, name);
    }

    String name() {
        return name;
    }

    /** Sends lines spread over all shards; returns the ids of all that were ever sent. */
    List<String> send(int lines) {
        List<PutRecordsRequestEntry> entries = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            byte[] wire = new LineCodec().encode(SampleLines.line("536365", "85123A", Integer.toString(sent + i)));
            BigInteger key = KEYS.multiply(BigInteger.valueOf(i))
                    .divide(BigInteger.valueOf(lines))
                    .add(BigInteger.ONE);
            entries.add(PutRecordsRequestEntry.builder()
                    .partitionKey("any")
                    .explicitHashKey(key.toString())
                    .data(SdkBytes.fromByteArray(wire))
                    .build());
        }
        clients.kinesis()
                .putRecords(request -> request.streamName(name).records(entries))
                .join();
        sent += lines;
        return sent();
    }

    List<String> sent() {
        return IntStream.range(0, sent).mapToObj(Integer::toString).toList();
    }

    void split() {
        Shard shard = openShards().getFirst();
        BigInteger from = new BigInteger(shard.hashKeyRange().startingHashKey());
        BigInteger to = new BigInteger(shard.hashKeyRange().endingHashKey());
        clients.kinesis()
                .splitShard(request -> request.streamName(name)
                        .shardToSplit(shard.shardId())
                        .newStartingHashKey(from.add(to).shiftRight(1).toString()))
                .join();
        untilActive();
    }

    void merge() {
        List<Shard> open = openShards();
        clients.kinesis()
                .mergeShards(request -> request.streamName(name)
                        .shardToMerge(open.get(0).shardId())
                        .adjacentShardToMerge(open.get(1).shardId()))
                .join();
        untilActive();
    }

    /** By their hash keys. */
    List<Shard> openShards() {
        return clients.kinesis().listShards(request -> request.streamName(name)).join().shards().stream()
                .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() == null)
                .sorted(Comparator.comparing(
                        shard -> new BigInteger(shard.hashKeyRange().startingHashKey())))
                .toList();
    }

    /** The owners in the lease table, one for each shard that has any. */
    List<String> owners(String leaseTable) {
        return clients.dynamoDb().scan(request -> request.tableName(leaseTable)).join().items().stream()
                .map(lease -> lease.get("leaseOwner"))
                .filter(Objects::nonNull)
                .map(AttributeValue::s)
                .toList();
    }

    private void untilActive() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> clients.kinesis()
                                .describeStreamSummary(request -> request.streamName(name))
                                .join()
                                .streamDescriptionSummary()
                                .streamStatus()
                        == StreamStatus.ACTIVE);
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(LocalCloud cloud, B builder) {
        return builder.endpointOverride(cloud.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }
}
