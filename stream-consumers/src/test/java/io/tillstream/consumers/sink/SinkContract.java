package io.tillstream.consumers.sink;

import static io.tillstream.consumers.sink.SampleBatches.NOTHING_REFUSED;
import static io.tillstream.consumers.sink.SampleRecords.linesOf;
import static io.tillstream.consumers.sink.SampleRecords.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tillstream.model.FeedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every sink promises, whatever it writes to: each line takes effect once, however often, by however many workers
 * and from whichever checkpoint it is delivered, and what it calls durable is stored.
 *
 * <p>Implement it in a test of the sink, and say how the sink is opened, what its store holds, and how that fails.
 */
public interface SinkContract {

    String SHARD = "shardId-000000000001";

    /** The sink as another process would have it: a new one, on the same store. */
    Sink sink();

    /** The lines in the store as its readers find them, each as often as it is there. */
    List<? extends FeedLine> stored();

    /** Makes every call to the store fail, or succeed again. */
    void storeFails(boolean fails);

    /** The feed of which the sink gets lines. */
    default SampleFeed samples() {
        return SampleFeed.TRANSACTIONS;
    }

    /** Whether a line that is delivered again is not there twice; else readers have to go by the lines' identities. */
    default boolean storesEachLineOnce() {
        return true;
    }

    /** A line that the store never takes, if there can be one. */
    default Optional<? extends FeedLine> unstorable() {
        return Optional.empty();
    }

    @Test
    default void isNamedAsItsApplicationMayBe() {
        assertThat(sink().name()).matches("[a-z][a-z0-9-]{1,30}");
    }

    @Test
    default void storesEveryLineAsItCame() {
        List<StreamBatch> records = records(1, 40, 1);
        Worker worker = new Worker(open(), records);
        worker.read(records.size());
        assertThat(worker.store(Flush.ALL)).contains(records.getLast().end());
        assertStored(linesOf(records));
    }

    @Test
    default void saysNothingWhenNothingCame() {
        assertThat(open().store(Flush.DUE)).isEmpty();
        assertThat(open().store(Flush.ALL)).isEmpty();
    }

    @Test
    default void passesARecordOfWhichNoLineCanBeRead() {
        ShardSink shard = open();
        Position place = Position.of("9", 0);
        shard.take(new StreamBatch(List.of(), place));
        assertThat(shard.store(Flush.ALL)).contains(place);
        assertThat(shard.store(Flush.ALL)).isEmpty();
    }

    @Test
    default void aSecondDeliveryOfAllChangesNothing() {
        List<StreamBatch> records = records(2, 30, 1);
        drain(records);
        drain(records);
        assertStored(linesOf(records));
    }

    @Test
    default void aDeliveryFromAnyCheckpointChangesNothing() {
        List<StreamBatch> records = records(3, 24, 1);
        Worker first = new Worker(open(), records);
        List<Position> checkpoints = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            first.read(3);
            first.store(i % 2 == 0 ? Flush.ALL : Flush.DUE).ifPresent(checkpoints::add);
        }
        assertThat(checkpoints).isNotEmpty();
        for (Position checkpoint : checkpoints) {
            List<StreamBatch> rest = after(checkpoint, records);
            if (!rest.isEmpty()) {
                drain(rest);
            }
        }
        first.store(Flush.ALL);
        assertStored(linesOf(records));
    }

    @Test
    default void workersThatOverlapChangeNothing() {
        List<FeedLine> sent = new ArrayList<>();
        for (int seed = 0; seed < 6; seed++) {
            List<StreamBatch> records = records(seed, 12, 100L * seed + 1);
            sent.addAll(linesOf(records));
            List<Worker> workers = List.of(new Worker(open(), records), new Worker(open(), records));
            Random random = new Random(seed);
            for (int step = 0; step < 12; step++) {
                Worker worker = workers.get(random.nextInt(2));
                worker.read(random.nextInt(4));
                worker.store(random.nextBoolean() ? Flush.ALL : Flush.DUE);
            }
            workers.forEach(Worker::finish);
        }
        assertStored(sent);
    }

    @Test
    default void aWorkerThatDiesBeforeItsCheckpointIsSucceeded() {
        List<StreamBatch> records = records(4, 20, 1);
        Worker killed = new Worker(open(), records);
        killed.read(7);
        killed.store(Flush.ALL);
        killed.read(7);
        killed.store(Flush.DUE);
        Worker next = new Worker(open(), records);
        next.read(5);
        next.store(Flush.DUE);
        next.finish();
        assertStored(linesOf(records));
    }

    @Test
    default void aFailingStoreLosesNothing() {
        List<StreamBatch> records = records(5, 20, 1);
        Worker worker = new Worker(open(), records);
        worker.read(10);
        storeFails(true);
        assertThatThrownBy(() -> worker.store(Flush.ALL)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> worker.store(Flush.ALL)).isInstanceOf(RuntimeException.class);
        storeFails(false);
        assertThat(worker.store(Flush.ALL)).contains(records.get(9).end());
        worker.finish();
        assertStored(linesOf(records));
    }

    @Test
    default void theDurablePlaceIsStoredAndNeverGoesBack() {
        List<StreamBatch> records = records(6, 40, 1);
        List<Position> ends = records.stream().map(StreamBatch::end).toList();
        Worker worker = new Worker(open(), records);
        Random random = new Random(6);
        Position last = Position.of("0", 0);
        for (int step = 0; step < 40; step++) {
            worker.read(random.nextInt(3));
            storeFails(random.nextInt(4) == 0);
            Optional<Position> durable = worker.storeIfItCan(random.nextInt(3) == 0 ? Flush.ALL : Flush.DUE);
            storeFails(false);
            if (durable.isPresent()) {
                assertThat(durable.get()).isGreaterThan(last).isIn(ends);
                assertThat(keysStored()).containsAll(keysUpTo(durable.get(), records));
                last = durable.get();
            }
        }
    }

    @Test
    default void shardsDoNotDisturbEachOther() {
        List<StreamBatch> records = records(7, 10, 1);
        List<StreamBatch> others = records(8, 10, 1_001);
        Sink sink = sink();
        Worker worker = new Worker(sink.open(SHARD, NOTHING_REFUSED), records);
        Worker other = new Worker(sink.open("shardId-000000000002", NOTHING_REFUSED), others);
        for (int i = 0; i < 5; i++) {
            worker.read(2);
            other.read(2);
            worker.store(Flush.DUE);
            other.store(Flush.ALL);
        }
        worker.finish();
        List<FeedLine> all = new ArrayList<>(linesOf(records));
        all.addAll(linesOf(others));
        assertStored(all);
    }

    @Test
    default void refusesWhatItsStoreNeverTakesAndGoesOn() {
        assumeThat(unstorable()).isPresent();
        List<StreamBatch> records = withUnstorable();
        List<Object> refused = new ArrayList<>();
        ShardSink shard = sink().open(SHARD, (line, reason) -> {
            assertThat(reason).isNotBlank();
            refused.add(line.line().key());
        });
        shard.take(together(records));
        assertThat(shard.store(Flush.ALL)).contains(records.getLast().end());
        assertThat(refused).containsExactly(unstorable().orElseThrow().key());
        assertStored(linesOf(List.of(records.getFirst(), records.getLast())));
    }

    @Test
    default void repeatsARefusalThatFailed() {
        assumeThat(unstorable()).isPresent();
        List<StreamBatch> records = withUnstorable();
        List<String> attempts = new ArrayList<>();
        ShardSink shard = sink().open(SHARD, (line, reason) -> {
            attempts.add(reason);
            if (attempts.size() == 1) {
                throw new IllegalStateException("The dead letters cannot be stored");
            }
        });
        shard.take(together(records));
        assertThatThrownBy(() -> shard.store(Flush.ALL)).isInstanceOf(RuntimeException.class);
        assertThat(shard.store(Flush.ALL)).contains(records.getLast().end());
        assertThat(attempts).hasSize(2);
        assertStored(linesOf(List.of(records.getFirst(), records.getLast())));
    }

    private ShardSink open() {
        return sink().open(SHARD, NOTHING_REFUSED);
    }

    private void drain(List<StreamBatch> records) {
        Worker worker = new Worker(open(), records);
        worker.read(records.size());
        worker.store(Flush.ALL);
    }

    private List<StreamBatch> records(long seed, int records, long sequence) {
        return new SampleRecords(samples(), seed).make(records, sequence);
    }

    private List<StreamBatch> withUnstorable() {
        SampleRecords records = new SampleRecords(samples(), 9);
        return List.of(
                records.record(1, samples().line(new Random(1), "before")),
                records.record(2, unstorable().orElseThrow()),
                records.record(3, samples().line(new Random(3), "after")));
    }

    private void assertStored(List<FeedLine> lines) {
        if (storesEachLineOnce()) {
            assertThat(new ArrayList<FeedLine>(stored())).containsExactlyInAnyOrderElementsOf(lines);
        } else {
            assertThat(new ArrayList<FeedLine>(stored())).hasSameElementsAs(lines);
        }
    }

    private List<Object> keysStored() {
        return keysOf(stored());
    }

    private static List<Object> keysUpTo(Position place, List<StreamBatch> records) {
        return keysOf(linesOf(
                records.stream().filter(batch -> !batch.end().isAfter(place)).toList()));
    }

    private static List<Object> keysOf(List<? extends FeedLine> lines) {
        return lines.stream().<Object>map(FeedLine::key).toList();
    }

    private static List<StreamBatch> after(Position place, List<StreamBatch> records) {
        return records.stream().filter(batch -> batch.end().isAfter(place)).toList();
    }
}
