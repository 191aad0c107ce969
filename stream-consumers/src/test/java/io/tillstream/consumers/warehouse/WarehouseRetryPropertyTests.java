package io.tillstream.consumers.warehouse;

import static io.tillstream.consumers.sink.SampleBatches.NOTHING_REFUSED;
import static io.tillstream.consumers.sink.SampleBatches.batch;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.model.retry.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WarehouseRetryPropertyTests {

    private static final Feed FEED = new TransactionFeed();

    @Property(tries = 100)
    void everyRowIsTakenOnceWhateverIsHandedBack(
            @ForAll @IntRange(min = 1, max = 200) int lines,
            @ForAll @IntRange(max = 2_000) int recordBytes,
            @ForAll long seed) {
        FakeFirehose firehose = new FakeFirehose();
        Random chance = new Random(seed);
        firehose.unavailable = call -> chance.nextInt(4) == 0;
        firehose.returned = data -> chance.nextInt(3) == 0;
        ShardSink shard = sink(firehose, recordBytes).open("shardId-000000000000", NOTHING_REFUSED);
        List<StreamLine> sent = batch(1, lines).lines();
        shard.take(batch(1, lines));
        while (!isStored(shard, sent.getLast().position())) {
            assertThat(firehose.rows().size()).isLessThan(lines);
        }
        LineForm codec = TransactionColumns.WAREHOUSE;
        assertThat(firehose.rows())
                .containsExactlyInAnyOrderElementsOf(sent.stream()
                        .map(line -> new String(codec.encode(line.line()), StandardCharsets.UTF_8))
                        .toList());
    }

    private static boolean isStored(ShardSink shard, Position end) {
        try {
            assertThat(shard.store(Flush.DUE)).contains(end);
            return true;
        } catch (RuntimeException tryAgain) {
            return false;
        }
    }

    private static WarehouseSink sink(FakeFirehose firehose, int recordBytes) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        DeliveryCalls calls = new DeliveryCalls(firehose, "transactions", DeliveryCounters.of(FEED.name(), registry));
        return new WarehouseSink(
                FEED,
                new RecordPacker(FEED.warehouseForm(), recordBytes),
                new FirehoseWriter(calls, 4, RetryPolicy.every(Duration.ZERO)));
    }
}
