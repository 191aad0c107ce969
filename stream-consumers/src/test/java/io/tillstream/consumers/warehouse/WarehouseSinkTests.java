package io.tillstream.consumers.warehouse;

import static io.tillstream.consumers.sink.SampleBatches.batch;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.model.feed.TransactionFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchRequest;

class WarehouseSinkTests {

    private static final String SHARD = "shardId-000000000000";

    private final FakeFirehose firehose = new FakeFirehose();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<StreamLine> refused = new ArrayList<>();

    @Test
    void handsEachLineOverAsOneRowAndSaysSo() {
        assertThat(store(shard(DataSize.ofKilobytes(256)), batch(1, 3))).containsExactly(at(3));
        assertThat(firehose.rows()).isEqualTo(rowsOf(batch(1, 3)));
        assertThat(firehose.calls()).singleElement().satisfies(call -> {
            assertThat(call.deliveryStreamName()).isEqualTo("transactions");
            assertThat(call.records())
                    .singleElement()
                    .satisfies(one -> assertThat(one.data().asString(UTF_8)).endsWith("}\n"));
        });
    }

    @Test
    void rowsShareARecordUpToItsSize() {
        int row = rowsOf(batch(1, 1)).getFirst().length() + 1;
        store(shard(DataSize.ofBytes(3L * row)), batch(1, 8));
        assertThat(firehose.calls().getFirst().records())
                .extracting(one -> one.data().asString(UTF_8).lines().count())
                .containsExactly(3L, 3L, 2L);
    }

    @Test
    void staysWithinTheLimitsOfACall() {
        store(shard(DataSize.ofBytes(0)), batch(1, 1_200));
        assertThat(firehose.calls()).extracting(call -> call.records().size()).containsExactlyInAnyOrder(500, 500, 200);
        assertThat(firehose.rows()).containsExactlyInAnyOrderElementsOf(rowsOf(batch(1, 1_200)));
    }

    @Test
    void aCallHasNoMoreBytesThanFirehoseTakes() {
        store(shard(DataSize.ofBytes(RecordPacker.MAX_BYTES)), batch(1, 20_000));
        assertThat(firehose.calls())
                .hasSizeGreaterThan(1)
                .allSatisfy(call -> assertThat(bytes(call)).isLessThanOrEqualTo(PutBatches.MAX_BYTES));
        assertThat(firehose.rows()).hasSize(20_000).doesNotHaveDuplicates();
    }

    @Test
    void sendsOnlyWhatWasHandedBackAgain() {
        AtomicInteger seen = new AtomicInteger();
        firehose.returned = data -> seen.getAndIncrement() % 3 == 0;
        assertThat(store(shard(DataSize.ofBytes(0)), batch(1, 100))).containsExactly(at(100));
        assertThat(firehose.rows()).containsExactlyInAnyOrderElementsOf(rowsOf(batch(1, 100)));
        assertThat(records("taken")).isEqualTo(100);
        assertThat(records("returned")).isPositive();
        assertThat(records("failed")).isZero();
    }

    @Test
    void waitsWhileFirehoseIsOutAndDoublesNothing() {
        ShardSink shard = shard(DataSize.ofBytes(0));
        shard.take(batch(1, 600));
        firehose.unavailable = call -> call.records().size() == 500;
        assertThatThrownBy(() -> shard.store(Flush.DUE)).hasMessageContaining("ServiceUnavailable");
        assertThat(firehose.rows()).hasSize(100);
        assertThat(records("failed")).isEqualTo(1_000);
        firehose.unavailable = call -> false;
        assertThat(shard.store(Flush.DUE)).contains(at(600));
        assertThat(firehose.rows()).containsExactlyInAnyOrderElementsOf(rowsOf(batch(1, 600)));
    }

    @Test
    void refusesNothingForAStreamThatIsMissingOrForbidden() {
        for (String code : List.of("ResourceNotFoundException", "AccessDeniedException", "InvalidArgumentException")) {
            firehose.refusal = code;
            firehose.unavailable = call -> true;
            ShardSink shard = shard(DataSize.ofKilobytes(256));
            shard.take(batch(1, 3));
            assertThatThrownBy(() -> shard.store(Flush.ALL)).hasMessageContaining(code);
            firehose.unavailable = call -> false;
            assertThat(shard.store(Flush.ALL)).contains(at(3));
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void refusesTheOneLineThatFirehoseCallsInvalid() {
        firehose.invalid = data -> data.contains("\"line_id\":\"17.0\"");
        assertThat(store(shard(DataSize.ofKilobytes(1)), batch(1, 40))).containsExactly(at(40));
        assertThat(refused).extracting(StreamLine::position).containsExactly(at(17));
        assertThat(firehose.rows())
                .containsExactlyInAnyOrderElementsOf(rowsOf(batch(1, 40)).stream()
                        .filter(row -> !firehose.invalid.test(row))
                        .toList());
    }

    @Test
    void refusesAgainWhatCouldNotBeKept() {
        firehose.invalid = data -> data.contains("\"line_id\":\"2.0\"");
        AtomicInteger attempts = new AtomicInteger();
        ShardSink shard = sink(DataSize.ofKilobytes(256)).open(SHARD, (line, reason) -> {
            if (attempts.getAndIncrement() == 0) {
                throw new IllegalStateException("no place for dead letters");
            }
            refused.add(line);
        });
        shard.take(batch(1, 3));
        assertThatThrownBy(() -> shard.store(Flush.DUE)).hasMessageContaining("dead letters");
        assertThat(shard.store(Flush.DUE)).contains(at(3));
        assertThat(refused).extracting(StreamLine::position).containsExactly(at(2));
        assertThat(firehose.rows()).hasSize(2);
    }

    @Test
    void refusesALineWhoseRowNoRecordHolds() {
        RecordPacker packer = new RecordPacker(TransactionColumns.WAREHOUSE, 0, 100);
        assertThat(packer.pack(batch(1, 2).lines(), (line, reason) -> refused.add(line)))
                .isEmpty();
        assertThat(refused).hasSize(2);
    }

    @Test
    void saysNothingWhenNothingCameAndPassesADeadLetter() {
        ShardSink shard = shard(DataSize.ofKilobytes(256));
        assertThat(shard.store(Flush.ALL)).isEmpty();
        assertThat(store(shard, new StreamBatch(List.of(), at(9)))).containsExactly(at(9));
        assertThat(firehose.calls()).isEmpty();
    }

    private double records(String outcome) {
        return registry.get("tillstream.consumer.firehose.records")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private ShardSink shard(DataSize recordSize) {
        Refusals refusals = (line, reason) -> refused.add(line);
        return sink(recordSize).open(SHARD, refusals);
    }

    private Sink sink(DataSize recordSize) {
        return new WarehouseSinkConfiguration()
                .warehouseSinks(firehose, new WarehouseSinkProperties(true, "transactions", recordSize, 4), registry)
                .of(new TransactionFeed())
                .orElseThrow();
    }

    private static List<Position> store(ShardSink shard, StreamBatch batch) {
        shard.take(batch);
        return shard.store(Flush.DUE).stream().toList();
    }

    private static List<String> rowsOf(StreamBatch batch) {
        LineForm codec = TransactionColumns.WAREHOUSE;
        return batch.lines().stream()
                .map(line -> new String(codec.encode(line.line()), UTF_8))
                .toList();
    }

    private static long bytes(PutRecordBatchRequest call) {
        return Stream.ofNullable(call.records())
                .flatMap(List::stream)
                .mapToLong(one -> one.data().asByteArrayUnsafe().length)
                .sum();
    }

    private static Position at(long sequence) {
        return Position.of(Long.toString(sequence), 0);
    }
}
