package io.tillstream.localcloud.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** What AWS documents of Kinesis Data Streams, in both encodings the SDK can speak. */
public interface KinesisContract {

    URI endpoint();

    /** Cases that the endpoint is known not to keep. */
    default Set<Deviation> deviations() {
        return Set.of();
    }

    /** Runs a test on a fresh stream, which is deleted afterwards. */
    default void onStream(boolean cbor, int shards, BiConsumer<KinesisClient, String> test) {
        String stream = "contract-" + UUID.randomUUID();
        try (KinesisClient client = client(cbor)) {
            client.createStream(create -> create.streamName(stream).shardCount(shards));
            client.waiter().waitUntilStreamExists(describe -> describe.streamName(stream));
            test.accept(client, stream);
            client.deleteStream(delete -> delete.streamName(stream));
        }
    }

    private KinesisClient client(boolean cbor) {
        String property = SdkSystemSetting.CBOR_ENABLED.property();
        System.setProperty(property, Boolean.toString(cbor));
        try {
            return SdkClients.at(endpoint(), KinesisClient.builder());
        } finally {
            System.clearProperty(property);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void givesBackWhatWasPut(boolean cbor) {
        onStream(cbor, 1, (client, stream) -> {
            Instant before = Instant.now().minusSeconds(5);
            PutRecordResponse put = client.putRecord(
                    one -> one.streamName(stream).partitionKey("schlüssel").data(SdkBytes.fromByteArray(bytes(1_000))));
            List<Record> records = new ShardReader(client, stream).all(put.shardId());
            assertThat(records).singleElement().satisfies(record -> {
                assertThat(record.data().asByteArray()).isEqualTo(bytes(1_000));
                assertThat(record.partitionKey()).isEqualTo("schlüssel");
                assertThat(record.sequenceNumber()).isEqualTo(put.sequenceNumber());
                assertThat(record.approximateArrivalTimestamp())
                        .isBetween(before, Instant.now().plusSeconds(5));
            });
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void pagesNeverSkipNorRepeat(boolean cbor) {
        onStream(cbor, 3, (client, stream) -> {
            for (int call = 0; call < 4; call++) {
                assertThat(put(client, stream, call * 500, 500).failedRecordCount())
                        .isZero();
            }
            List<String> read = new ArrayList<>();
            for (Shard shard : shards(client, stream)) {
                List<Record> records = new ShardReader(client, stream).all(shard.shardId(), 97);
                assertThat(records)
                        .extracting(Record::sequenceNumber)
                        .isSorted()
                        .doesNotHaveDuplicates();
                records.forEach(record -> read.add(record.data().asUtf8String()));
            }
            assertThat(read).hasSize(2_000).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void iteratorsBeginWhereTheyAreAskedTo(boolean cbor) {
        onStream(cbor, 1, (client, stream) -> {
            List<String> numbers = put(client, stream, 0, 3).records().stream()
                    .map(entry -> entry.sequenceNumber())
                    .toList();
            String shard = shards(client, stream).getFirst().shardId();
            assertThat(first(client, stream, shard, ShardIteratorType.AT_SEQUENCE_NUMBER, numbers.get(1)))
                    .isEqualTo("record 1");
            assertThat(first(client, stream, shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, numbers.get(1)))
                    .isEqualTo("record 2");
            assertThat(firstAt(client, stream, shard, Instant.now().minusSeconds(3_600)))
                    .isEqualTo("record 0");
            String latest = client.getShardIterator(
                            get -> get.streamName(stream).shardId(shard).shardIteratorType(ShardIteratorType.LATEST))
                    .shardIterator();
            GetRecordsResponse none = client.getRecords(get -> get.shardIterator(latest));
            assertThat(none.records()).isEmpty();
            assertThat(none.millisBehindLatest()).isZero();
            put(client, stream, 3, 1);
            assertThat(client.getRecords(get -> get.shardIterator(none.nextShardIterator()))
                            .records())
                    .singleElement()
                    .matches(record -> record.data().asUtf8String().equals("record 3"));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void aSplitShardEndsWithItsChildren(boolean cbor) {
        onStream(cbor, 1, (client, stream) -> {
            put(client, stream, 0, 10);
            Shard parent = shards(client, stream).getFirst();
            client.splitShard(split -> split.streamName(stream)
                    .shardToSplit(parent.shardId())
                    .newStartingHashKey("170141183460469231731687303715884105728"));
            client.waiter().waitUntilStreamExists(describe -> describe.streamName(stream));
            PutRecordsResponse after = put(client, stream, 10, 40);
            assertThat(after.records()).noneMatch(entry -> entry.shardId().equals(parent.shardId()));
            GetRecordsResponse last = untilEnd(client, new ShardReader(client, stream).fromHorizon(parent.shardId()));
            assertThat(last.nextShardIterator()).isNull();
            assertThat(last.childShards())
                    .hasSize(2)
                    .allSatisfy(child -> assertThat(child.parentShards()).containsExactly(parent.shardId()));
            List<Shard> all = shards(client, stream);
            assertThat(all).hasSize(3);
            assertThat(all.get(0).sequenceNumberRange().endingSequenceNumber()).isNotNull();
            Deviation.KINESIS_NUMBERS_BEYOND_A_SPLIT.assumeAbsentFrom(deviations());
            assertThat(after.records())
                    .allMatch(entry -> entry.sequenceNumber()
                                    .compareTo(all.get(0).sequenceNumberRange().endingSequenceNumber())
                            > 0);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void mergedShardsNameBothParents(boolean cbor) {
        onStream(cbor, 2, (client, stream) -> {
            List<Shard> parents = shards(client, stream);
            client.mergeShards(merge -> merge.streamName(stream)
                    .shardToMerge(parents.get(0).shardId())
                    .adjacentShardToMerge(parents.get(1).shardId()));
            client.waiter().waitUntilStreamExists(describe -> describe.streamName(stream));
            Shard child = shards(client, stream).getLast();
            assertThat(child.parentShardId()).isEqualTo(parents.get(0).shardId());
            assertThat(child.adjacentParentShardId()).isEqualTo(parents.get(1).shardId());
            assertThat(client.describeStreamSummary(describe -> describe.streamName(stream))
                            .streamDescriptionSummary()
                            .openShardCount())
                    .isEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void explicitHashKeysChooseTheShard(boolean cbor) {
        onStream(cbor, 4, (client, stream) -> {
            Set<String> hit = new HashSet<>();
            for (Shard shard : shards(client, stream)) {
                PutRecordResponse put = client.putRecord(one -> one.streamName(stream)
                        .partitionKey("same")
                        .explicitHashKey(shard.hashKeyRange().endingHashKey())
                        .data(SdkBytes.fromUtf8String("x")));
                assertThat(put.shardId()).isEqualTo(shard.shardId());
                hit.add(put.shardId());
            }
            assertThat(hit).hasSize(4);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void refusesWhatExceedsTheLimits(boolean cbor) {
        Deviation.KINESIS_LIMITS.assumeAbsentFrom(deviations());
        onStream(cbor, 1, (client, stream) -> {
            assertThatThrownBy(() -> put(client, stream, 0, 501)).isInstanceOf(KinesisException.class);
            assertThatThrownBy(() -> client.putRecord(one ->
                            one.streamName(stream).partitionKey("k").data(SdkBytes.fromByteArray(bytes(1024 * 1024)))))
                    .isInstanceOf(KinesisException.class);
            assertThatThrownBy(() -> client.putRecord(one ->
                            one.streamName(stream).partitionKey("k".repeat(257)).data(SdkBytes.fromUtf8String("x"))))
                    .isInstanceOf(KinesisException.class);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void errorsAreTheSdksOwn(boolean cbor) {
        onStream(cbor, 1, (client, stream) -> {
            assertThatThrownBy(() -> client.createStream(
                            create -> create.streamName(stream).shardCount(1)))
                    .isInstanceOf(ResourceInUseException.class);
            assertThatThrownBy(() -> client.describeStream(describe -> describe.streamName("no-such-stream")))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("no-such-stream");
        });
    }

    private static List<Shard> shards(KinesisClient client, String stream) {
        return client.listShards(list -> list.streamName(stream)).shards();
    }

    private static GetRecordsResponse untilEnd(KinesisClient client, String iterator) {
        GetRecordsResponse response = client.getRecords(get -> get.shardIterator(iterator));
        return response.nextShardIterator() == null ? response : untilEnd(client, response.nextShardIterator());
    }

    private static String first(
            KinesisClient client, String stream, String shard, ShardIteratorType type, String number) {
        String iterator = client.getShardIterator(get -> get.streamName(stream)
                        .shardId(shard)
                        .shardIteratorType(type)
                        .startingSequenceNumber(number))
                .shardIterator();
        return firstOf(client, iterator);
    }

    private static String firstAt(KinesisClient client, String stream, String shard, Instant moment) {
        String iterator = client.getShardIterator(get -> get.streamName(stream)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
                        .timestamp(moment))
                .shardIterator();
        return firstOf(client, iterator);
    }

    private static String firstOf(KinesisClient client, String iterator) {
        return client.getRecords(get -> get.shardIterator(iterator))
                .records()
                .getFirst()
                .data()
                .asUtf8String();
    }

    private static PutRecordsResponse put(KinesisClient client, String stream, int from, int count) {
        return client.putRecords(call -> call.streamName(stream)
                .records(IntStream.range(from, from + count)
                        .mapToObj(i -> PutRecordsRequestEntry.builder()
                                .partitionKey("key " + i)
                                .data(SdkBytes.fromUtf8String("record " + i))
                                .build())
                        .toList()));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
