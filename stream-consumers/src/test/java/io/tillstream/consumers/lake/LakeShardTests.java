package io.tillstream.consumers.lake;

import static io.tillstream.consumers.sink.SampleBatches.NOTHING_REFUSED;
import static io.tillstream.consumers.sink.SampleBatches.aggregate;
import static io.tillstream.consumers.sink.SampleBatches.batch;
import static io.tillstream.consumers.sink.SampleBatches.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.SampleBatches;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.model.feed.TransactionFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LakeShardTests {

    private static final String SHARD = "shardId-000000000000";
    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    private final InMemoryLakeObjects objects = new InMemoryLakeObjects();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final ShardSink shard = shard(DataSize.ofMegabytes(1));

    @Test
    void holdsLinesUntilTheyAreOldEnough() {
        shard.take(batch(1, 3));
        assertThat(shard.store(Flush.DUE)).isEmpty();
        now = now.plus(MAX_AGE);
        assertThat(shard.store(Flush.DUE)).contains(at(3));
        assertThat(objects.rowsPerObject()).containsExactly(3);
    }

    @Test
    void writesAsSoonAsThereIsEnoughForAnObject() {
        ShardSink small = shard(DataSize.ofBytes(1_024));
        small.take(batch(1, 7));
        assertThat(small.store(Flush.DUE))
                .hasValueSatisfying(stored -> assertThat(stored).isLessThan(at(7)));
        assertThat(small.store(Flush.ALL)).contains(at(7));
        assertThat(objects.rowsPerObject()).hasSizeGreaterThan(1);
        assertThat(objects.allRows()).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void neverEndsAnObjectWithinAnAggregate() {
        ShardSink small = shard(DataSize.ofBytes(1_024));
        small.take(aggregate(1, 20));
        small.take(aggregate(2, 20));
        small.store(Flush.ALL);
        assertThat(objects.rowsPerObject()).containsExactly(20, 20);
    }

    @Test
    void writesAllWhenDrained() {
        shard.take(batch(1, 3));
        assertThat(shard.store(Flush.ALL)).contains(at(3));
        assertThat(objects.rowsPerObject()).containsExactly(3);
    }

    @Test
    void reportsAPlaceOnlyOnce() {
        shard.take(batch(1, 3));
        shard.store(Flush.ALL);
        assertThat(shard.store(Flush.ALL)).isEmpty();
    }

    @Test
    void reportsThePlaceOfATrailingDeadLetterWhenNothingIsHeld() {
        shard.take(new StreamBatch(List.of(), at(9)));
        assertThat(shard.store(Flush.DUE)).contains(at(9));
    }

    @Test
    void goesBackBehindNoPlaceThatItReported() {
        shard.take(batch(1, 3));
        shard.store(Flush.ALL);
        shard.take(new StreamBatch(List.of(), at(4)));
        assertThat(shard.store(Flush.DUE)).contains(at(4));
        shard.take(batch(5, 6));
        assertThat(shard.store(Flush.DUE)).isEmpty();
    }

    @Test
    void losesNothingWhenAWriteFails() {
        shard.take(batch(1, 3));
        objects.failNext(1);
        assertThatThrownBy(() -> shard.store(Flush.ALL)).isInstanceOf(IllegalStateException.class);
        assertThat(shard.store(Flush.ALL)).contains(at(3));
        assertThat(objects.allRows()).containsExactly(at(1), at(2), at(3));
    }

    @Test
    void doublesNothingWhenTheAnswerToAWriteIsLost() {
        shard.take(batch(1, 3));
        objects.loseNextAnswer();
        assertThatThrownBy(() -> shard.store(Flush.ALL)).isInstanceOf(IllegalStateException.class);
        shard.take(batch(4, 5));
        assertThat(shard.store(Flush.ALL)).contains(at(5));
        assertThat(objects.allRows()).containsExactly(at(1), at(2), at(3), at(4), at(5));
    }

    @Test
    void goesOnAfterAnObjectThatAnotherWorkerWrote() {
        ShardSink other = shard(DataSize.ofMegabytes(1));
        other.take(batch(1, 2));
        other.store(Flush.ALL);
        shard.take(batch(1, 5));
        assertThat(shard.store(Flush.ALL)).contains(at(5));
        assertThat(objects.rowsPerObject()).containsExactly(2, 3);
    }

    @Test
    void skipsWhatAnotherWorkerWroteBeyondItsOwnReading() {
        ShardSink other = shard(DataSize.ofMegabytes(1));
        other.take(batch(1, 5));
        other.store(Flush.ALL);
        shard.take(batch(1, 2));
        shard.store(Flush.ALL);
        shard.take(batch(3, 7));
        assertThat(shard.store(Flush.ALL)).contains(at(7));
        assertThat(objects.allRows()).containsExactly(at(1), at(2), at(3), at(4), at(5), at(6), at(7));
    }

    @Test
    void letsNobodyStartWithinAnObject() {
        ShardSink other = shard(DataSize.ofMegabytes(1));
        other.take(batch(1, 5));
        other.store(Flush.ALL);
        shard.take(batch(1, 2));
        assertThat(shard.store(Flush.ALL)).isEmpty();
        shard.take(batch(3, 5));
        assertThat(shard.store(Flush.DUE)).contains(at(5));
    }

    @Test
    void twoWorkersThatOverlapMakeOneChain() {
        ShardSink other = shard(DataSize.ofMegabytes(1));
        for (int i = 0; i < 20; i++) {
            ShardSink writer = i % 3 == 0 ? other : shard;
            shard.take(batch(10L * i + 1, 10L * i + 10));
            other.take(batch(10L * i + 1, 10L * i + 10));
            writer.store(Flush.ALL);
        }
        shard.store(Flush.ALL);
        other.store(Flush.ALL);
        assertThat(objects.allRows()).hasSize(200).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void startsTheAgeWithTheOldestLineHeld() {
        shard.take(batch(1, 1));
        now = now.plus(MAX_AGE.dividedBy(2));
        shard.take(new StreamBatch(List.of(line(2)), at(2)));
        now = now.plus(MAX_AGE.dividedBy(2));
        assertThat(shard.store(Flush.DUE)).contains(at(2));
    }

    @Test
    void letsFewLinesWaitLongerForMore() {
        ShardSink sparing = sink("min-size", "1KB", "max-age-small", "5m").open(SHARD, NOTHING_REFUSED);
        sparing.take(batch(1, 1));
        now = now.plus(MAX_AGE.multipliedBy(4));
        assertThat(sparing.store(Flush.DUE)).isEmpty();
        now = now.plus(MAX_AGE);
        assertThat(sparing.store(Flush.DUE)).contains(at(1));
    }

    @Test
    void letsManyLinesWaitNoLongerThanUsual() {
        ShardSink sparing = sink("min-size", "1KB", "max-age-small", "5m").open(SHARD, NOTHING_REFUSED);
        sparing.take(batch(1, 10));
        now = now.plus(MAX_AGE);
        assertThat(sparing.store(Flush.DUE)).contains(at(10));
    }

    @Test
    void getsThroughABacklogInLargeObjects() {
        Instant longAgo = now.minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.HOURS);
        for (int i = 1; i <= 100; i++) {
            shard.take(SampleBatches.of(List.of(line(at(i), longAgo.plusSeconds(i), "line-" + i))));
            assertThat(shard.store(Flush.DUE)).isEmpty();
        }
        shard.store(Flush.ALL);
        assertThat(objects.rowsPerObject()).containsExactly(100);
    }

    @Test
    void countsTheAgeOfWhatIsLeftFromWhenItWasTaken() {
        ShardSink small = shard(DataSize.ofBytes(1_024));
        small.take(batch(1, 1));
        now = now.plus(MAX_AGE.minusSeconds(1));
        small.take(batch(2, 5));
        assertThat(small.store(Flush.DUE)).contains(at(4));
        now = now.plusSeconds(2);
        assertThat(small.store(Flush.DUE)).isEmpty();
    }

    @Test
    void closesAnObjectWithItsHour() {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        shard.take(SampleBatches.of(List.of(
                line(at(1), hour.minusMillis(2), "a"),
                line(at(2), hour, "b"),
                line(at(3), hour.minusMillis(1), "of a clock that is behind"),
                line(at(4), hour.plusSeconds(1), "c"))));
        assertThat(shard.store(Flush.DUE)).contains(at(1));
        shard.store(Flush.ALL);
        assertThat(objects.rowsPerObject()).containsExactly(1, 3);
    }

    @Test
    void writesEarlyWhenTheShardsOfAProcessHoldTooMuchTogether() {
        Sink sink = sink("max-held", "1MB");
        ShardSink large = sink.open("large", NOTHING_REFUSED);
        ShardSink little = sink.open("little", NOTHING_REFUSED);
        large.take(batch(1, 2_000));
        little.take(batch(1, 10));
        assertThat(little.store(Flush.DUE)).isEmpty();
        assertThat(large.store(Flush.DUE)).isEmpty();
        large.take(batch(2_001, 4_000));
        assertThat(little.store(Flush.DUE)).isEmpty();
        assertThat(large.store(Flush.DUE)).contains(at(4_000));
    }

    @Test
    void doesNotCountWhatAShardHeldBeforeItCameBack() {
        Sink sink = sink("max-held", "1MB");
        sink.open(SHARD, NOTHING_REFUSED).take(batch(1, 2_000));
        ShardSink again = sink.open(SHARD, NOTHING_REFUSED);
        again.take(batch(1, 2_000));
        assertThat(again.store(Flush.DUE)).isEmpty();
    }

    private ShardSink shard(DataSize maxSize) {
        return sink("max-size", maxSize.toBytes() + "B", "min-size", "0B").open(SHARD, NOTHING_REFUSED);
    }

    private Sink sink(String... settings) {
        return new LakeSink(
                new TransactionFeed(),
                objects,
                shardId -> LineMemory.NONE,
                LakeHolding.of(SampleLimits.of(settings), () -> now));
    }

    private static Position at(long sequence) {
        return Position.of(Long.toString(sequence), 0);
    }
}
