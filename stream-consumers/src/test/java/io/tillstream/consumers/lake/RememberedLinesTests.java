package io.tillstream.consumers.lake;

import static io.tillstream.consumers.sink.SampleBatches.ARRIVAL;
import static io.tillstream.consumers.sink.SampleBatches.NOTHING_REFUSED;
import static io.tillstream.consumers.sink.SampleBatches.again;
import static io.tillstream.consumers.sink.SampleBatches.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.SampleBatches;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.feed.TransactionFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a shard with a memory leaves out of the lake, and what it must not. */
class RememberedLinesTests {

    private static final String SHARD = "shardId-000000000001";
    private static final Map<String, List<String>> PARENTS = Map.of("left", List.of(SHARD), "right", List.of(SHARD));
    private static final Duration DAY = Duration.ofHours(24);

    private final InMemoryLakeObjects objects = new InMemoryLakeObjects();
    private final InMemoryLakeIndex index = new InMemoryLakeIndex();

    @Test
    void storesALineOnceThatIsSentTwice() {
        ShardSink shard = worker();
        shard.take(batch(1, 3));
        shard.store(Flush.ALL);
        shard.take(again(batch(1, 4), 5, ARRIVAL));
        assertThat(shard.store(Flush.ALL)).contains(at(8));
        assertThat(objects.allRows()).containsExactly(at(1), at(2), at(3), at(8));
    }

    @Test
    void storesALineOnceThatIsSentAgainWhileTheFirstIsStillHeld() {
        ShardSink shard = worker();
        shard.take(batch(1, 3));
        shard.take(again(batch(1, 3), 4, ARRIVAL));
        assertThat(shard.store(Flush.DUE)).isEmpty();
        assertThat(shard.store(Flush.ALL)).contains(at(6));
        assertThat(objects.allRows()).containsExactly(at(1), at(2), at(3));
    }

    @Test
    void remembersWhatAWorkerBeforeItStored() {
        store(worker(), batch(1, 3));
        store(worker(), again(batch(1, 4), 5, ARRIVAL));
        assertThat(objects.allRows()).containsExactly(at(1), at(2), at(3), at(8));
    }

    @Test
    void leavesAMarkWhereAllIsKnownSoThatTheChainGoesOn() {
        store(worker(), batch(1, 3));
        ShardSink late = worker();
        late.store(Flush.DUE);
        late.take(again(batch(1, 3), 4, ARRIVAL));
        late.take(batch(7, 8));
        assertThat(store(worker(), again(batch(1, 3), 4, ARRIVAL))).containsExactly(at(6));
        store(worker(), batch(7, 8));
        late.store(Flush.ALL);
        assertThat(objects.rowsPerObject()).containsExactly(3, 0, 2);
    }

    @Test
    void storesEverythingOfAnObjectThatWasNeverWritten() {
        ShardSink shard = worker();
        shard.take(batch(1, 3));
        objects.failNext(1);
        assertThatThrownBy(() -> shard.store(Flush.ALL)).isInstanceOf(IllegalStateException.class);
        store(worker(), batch(1, 3));
        assertThat(objects.allRows()).containsExactly(at(1), at(2), at(3));
    }

    @Test
    void checkpointsNothingWhoseIdentitiesAreNotSaved() {
        ShardSink shard = worker();
        shard.take(batch(1, 3));
        shard.store(Flush.DUE);
        index.failNext(1);
        assertThatThrownBy(() -> shard.store(Flush.ALL)).isInstanceOf(IllegalStateException.class);
        assertThat(objects.allRows()).hasSize(3);

        store(worker(), batch(1, 3));
        store(worker(), again(batch(1, 3), 4, ARRIVAL));
        assertThat(objects.allRows()).hasSize(3);
    }

    @Test
    void triesAgainToSaveAndThenReports() {
        ShardSink shard = worker();
        shard.take(batch(1, 3));
        shard.store(Flush.DUE);
        index.failNext(1);
        assertThatThrownBy(() -> shard.store(Flush.ALL)).isInstanceOf(IllegalStateException.class);
        assertThat(shard.store(Flush.DUE)).contains(at(3));
    }

    @Test
    void doesNotStartBeforeItRemembers() {
        store(worker(), batch(1, 3));
        ShardSink shard = worker();
        shard.take(again(batch(1, 3), 4, ARRIVAL));
        index.failNext(2);
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> shard.store(Flush.ALL)).hasMessageContaining("out");
        }
        shard.store(Flush.ALL);
        assertThat(objects.allRows()).hasSize(3);
    }

    @Test
    void learnsTheLinesOfALongerObjectAsTheyPass() {
        ShardSink other = worker();
        ShardSink shard = worker();
        other.store(Flush.DUE);
        shard.store(Flush.DUE);
        other.take(batch(1, 5));
        index.failNext(1);
        assertThatThrownBy(() -> other.store(Flush.ALL)).hasMessageContaining("out");
        shard.take(batch(1, 2));
        assertThat(shard.store(Flush.ALL)).isEmpty();
        shard.take(batch(3, 6));
        assertThat(shard.store(Flush.ALL)).contains(at(6));

        store(worker(), again(batch(1, 6), 7, ARRIVAL));
        assertThat(objects.allRows()).hasSize(6);
    }

    @Test
    void remembersWhatTheShardItCameFromStored() {
        store(worker(), batch(1, 4));
        store(worker("left"), again(batch(1, 2), 11, ARRIVAL));
        store(worker("right"), again(batch(3, 5), 21, ARRIVAL));
        assertThat(objects.allKeys()).hasSize(5).doesNotHaveDuplicates();
        assertThat(index.list(SHARD)).isNotEmpty();
    }

    @Test
    void forgetsALineAfterTheTimeGiven() {
        ShardSink shard = worker();
        store(shard, batch(1, 1));
        store(shard, again(batch(1, 1), 2, ARRIVAL.plus(DAY)));
        assertThat(objects.allRows()).containsExactly(at(1));
        store(shard, again(batch(1, 1), 3, ARRIVAL.plus(DAY).plus(DAY).plusSeconds(1)));
        assertThat(objects.allRows()).containsExactly(at(1), at(3));
    }

    @Test
    void forgetsTheOldestOfTooManyLinesAndTheirPages() {
        ShardSink shard = worker();
        List<StreamLine> passed = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            StreamBatch thousand = batch(1_000L * i + 1, 1_000L * i + 1_000);
            passed.addAll(thousand.lines());
            store(shard, thousand);
        }
        assertThat(index.list(SHARD)).hasSizeLessThanOrEqualTo(4);
        store(worker(), again(SampleBatches.of(passed.subList(32_000, 40_000)), 50_000, ARRIVAL));
        assertThat(objects.allRows()).hasSize(40_000);
        store(worker(), again(SampleBatches.of(passed.subList(0, 1_000)), 60_000, ARRIVAL));
        assertThat(objects.allRows()).hasSize(41_000);
    }

    @Test
    void keepsFewPagesHoweverManyObjects() {
        ShardSink shard = worker();
        for (int i = 1; i <= 100; i++) {
            store(shard, batch(i, i));
        }
        assertThat(index.list(SHARD)).hasSize(1);
        store(worker(), again(batch(1, 100), 101, ARRIVAL));
        assertThat(objects.allRows()).hasSize(100);
    }

    @Test
    void tidiesUpAfterAWorkerThatDiedBetweenTwoPages() {
        ShardSink shard = worker();
        store(shard, batch(1, 1));
        IndexFile shorter = index.list(SHARD).getFirst();
        IndexPage page = index.read(shorter);
        store(shard, batch(2, 2));
        index.write(SHARD, page);
        store(worker(), again(batch(1, 2), 3, ARRIVAL));
        assertThat(index.list(SHARD)).extracting(IndexFile::range).doesNotContain(shorter.range());
        assertThat(objects.allRows()).hasSize(2);
    }

    private static List<Position> store(ShardSink shard, StreamBatch batch) {
        shard.take(batch);
        return shard.store(Flush.ALL).stream().toList();
    }

    private ShardSink worker() {
        return worker(SHARD);
    }

    private ShardSink worker(String shardId) {
        LakeProperties limits = SampleLimits.of("remember-lines", "10000");
        LineMemory memory = new ShardMemory(
                shardId,
                index,
                new IndexHistory(index, shard -> PARENTS.getOrDefault(shard, List.of()), limits),
                limits);
        return new LakeSink(new TransactionFeed(), objects, shard -> memory, LakeHolding.of(limits, () -> ARRIVAL))
                .open(shardId, NOTHING_REFUSED);
    }

    private static Position at(long sequence) {
        return Position.of(Long.toString(sequence), 0);
    }
}
