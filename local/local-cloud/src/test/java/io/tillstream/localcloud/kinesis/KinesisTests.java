package io.tillstream.localcloud.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.localcloud.MovableClock;
import io.tillstream.localcloud.contract.BareEndpoint;
import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.contract.ShardReader;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

class KinesisTests {

    private static final String STREAM = "orders";
    private static final String SHARD = "shardId-000000000000";

    private final Path folder;
    private final MovableClock clock = new MovableClock();
    private final AtomicInteger asked = new AtomicInteger();
    private EntryFaults faults = EntryFaults.NONE;
    private Kinesis kinesis;
    private BareEndpoint endpoint;
    private KinesisClient client;

    KinesisTests(@TempDir Path folder) {
        this.folder = folder;
        kinesis = Kinesis.open(folder, clock, (target, stream) -> faults.failureOf(target, stream));
        endpoint = new BareEndpoint(kinesis);
        client = SdkClients.at(endpoint.uri(), KinesisClient.builder());
    }

    @BeforeEach
    void createStream() {
        client.createStream(create -> create.streamName(STREAM).shardCount(1));
    }

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
        kinesis.close();
    }

    private void restart() {
        close();
        kinesis = Kinesis.open(folder, clock, (target, stream) -> faults.failureOf(target, stream));
        endpoint = new BareEndpoint(kinesis);
        client = SdkClients.at(endpoint.uri(), KinesisClient.builder());
    }

    @Test
    void keepsStreamsRecordsAndIteratorsOverARestart() {
        put(3);
        client.addTagsToStream(add -> add.streamName(STREAM).tags(Map.of("team", "data")));
        client.splitShard(split -> split.streamName(STREAM).shardToSplit(SHARD).newStartingHashKey("1000"));
        String iterator = new ShardReader(client, STREAM).fromHorizon(SHARD);
        restart();
        assertThat(client.getRecords(get -> get.shardIterator(iterator)).records())
                .hasSize(3);
        assertThat(client.listShards(list -> list.streamName(STREAM)).shards()).hasSize(3);
        assertThat(client.listTagsForStream(list -> list.streamName(STREAM)).tags())
                .singleElement()
                .matches(tag -> tag.key().equals("team") && tag.value().equals("data"));
    }

    @Test
    void iteratorsExpireAfterFiveMinutes() {
        String iterator = new ShardReader(client, STREAM).fromHorizon(SHARD);
        clock.advance(Duration.ofMinutes(5));
        client.getRecords(get -> get.shardIterator(iterator));
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> client.getRecords(get -> get.shardIterator(iterator)))
                .isInstanceOf(ExpiredIteratorException.class);
    }

    @Test
    void retentionDropsOldRecordsAndThenTheClosedShard() {
        put(5);
        clock.advance(Duration.ofHours(20));
        put(2);
        client.splitShard(split -> split.streamName(STREAM).shardToSplit(SHARD).newStartingHashKey("1000"));
        clock.advance(Duration.ofHours(5));
        kinesis.sweep();
        assertThat(new ShardReader(client, STREAM).all(SHARD)).hasSize(2);

        clock.advance(Duration.ofHours(20));
        kinesis.sweep();
        assertThat(client.listShards(list -> list.streamName(STREAM)).shards())
                .extracting(shard -> shard.shardId())
                .containsExactly("shardId-000000000001", "shardId-000000000002");
    }

    @Test
    void listsTheShardsOfAMoment() {
        clock.advance(Duration.ofHours(1));
        client.updateShardCount(
                update -> update.streamName(STREAM).targetShardCount(2).scalingType("UNIFORM_SCALING"));
        clock.advance(Duration.ofHours(1));

        assertThat(listed(ShardFilterType.AT_TRIM_HORIZON)).isEqualTo(1);
        assertThat(listed(ShardFilterType.AT_LATEST)).isEqualTo(2);
        assertThat(listed(ShardFilterType.FROM_TRIM_HORIZON)).isEqualTo(3);
        clock.advance(Duration.ofHours(22).plusMinutes(30));
        assertThat(listed(ShardFilterType.AT_TRIM_HORIZON)).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        assertThat(listed(ShardFilterType.AT_TRIM_HORIZON)).isEqualTo(2);
    }

    @Test
    void refusesWhatExceedsAShardsRateWhenAsked() {
        kinesis.enforceShardLimits(true);
        put(500);
        put(500);
        PutRecordsResponse third = put(3);
        assertThat(third.failedRecordCount()).isEqualTo(3);
        assertThat(third.records())
                .allMatch(entry -> entry.errorCode().equals("ProvisionedThroughputExceededException"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(put(3).failedRecordCount()).isZero();
    }

    @Test
    void takesItsTimeToCreateAndToChangeWhenAsked() {
        kinesis.delayChanges(Duration.ofSeconds(30));
        client.createStream(create -> create.streamName("slow").shardCount(2));
        assertThat(status("slow")).isEqualTo(StreamStatus.CREATING);
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> client.putRecord(
                        put -> put.streamName("slow").partitionKey("k").data(SdkBytes.fromUtf8String("v"))));
        clock.advance(Duration.ofSeconds(30));
        assertThat(status("slow")).isEqualTo(StreamStatus.ACTIVE);

        client.updateShardCount(
                update -> update.streamName("slow").targetShardCount(4).scalingType("UNIFORM_SCALING"));
        assertThat(status("slow")).isEqualTo(StreamStatus.UPDATING);
        client.putRecord(put -> put.streamName("slow").partitionKey("k").data(SdkBytes.fromUtf8String("v")));
        assertThatExceptionOfType(ResourceInUseException.class)
                .isThrownBy(() -> client.increaseStreamRetentionPeriod(
                        longer -> longer.streamName("slow").retentionPeriodHours(48)))
                .withMessageContaining("not ACTIVE, instead in state UPDATING");
        clock.advance(Duration.ofSeconds(30));
        client.increaseStreamRetentionPeriod(longer -> longer.streamName("slow").retentionPeriodHours(48));
    }

    private StreamStatus status(String name) {
        return client.describeStreamSummary(summary -> summary.streamName(name))
                .streamDescriptionSummary()
                .streamStatus();
    }

    @Test
    void failsTheEntriesItIsToldTo() {
        faults = (target, stream) ->
                asked.incrementAndGet() % 2 == 0 ? Optional.of("InternalFailure") : Optional.empty();
        PutRecordsResponse response = put(4);
        assertThat(response.failedRecordCount()).isEqualTo(2);
        assertThat(response.records().stream().map(entry -> entry.errorCode() == null))
                .containsExactly(true, false, true, false);
        assertThat(new ShardReader(client, STREAM).all(SHARD)).hasSize(2);
    }

    @Test
    void countsWhatAwsWouldBill() {
        put(3);
        client.putRecord(
                one -> one.streamName(STREAM).partitionKey("k").data(SdkBytes.fromByteArray(new byte[30_000])));
        assertThat(kinesis.counters()).singleElement().satisfies(counters -> {
            assertThat(counters.putCalls()).isEqualTo(2);
            assertThat(counters.records()).isEqualTo(4);
            assertThat(counters.payloadUnits()).isEqualTo(5);
        });
    }

    private long listed(ShardFilterType filter) {
        return client.listShards(list -> list.streamName(STREAM).shardFilter(by -> by.type(filter)))
                .shards()
                .size();
    }

    private PutRecordsResponse put(int count) {
        return client.putRecords(call -> call.streamName(STREAM)
                .records(IntStream.range(0, count)
                        .mapToObj(i -> PutRecordsRequestEntry.builder()
                                .partitionKey("key " + i)
                                .data(SdkBytes.fromUtf8String("record " + i))
                                .build())
                        .toList()));
    }
}
