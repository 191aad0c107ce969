package io.tillstream.consumers.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.SampleBatches;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.LineKey;
import io.tillstream.model.feed.TransactionFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.util.unit.DataSize;

/**
 * A stream that is split and merged, read by workers that crash, stall, lose their shard without noticing, and whose
 * stores fail before and after they have done what was asked.
 */
final class LakeSimulation {

    private static final int STEPS_A_SHARD = 60;
    private static final int RECORDS_A_SHARD = 25;

    private final Random random;
    private final int identities;
    private final boolean forgetful;

    private final InMemoryLakeObjects objects = new InMemoryLakeObjects();
    private final InMemoryLakeIndex index = new InMemoryLakeIndex();
    private final Map<String, List<String>> ancestors = new HashMap<>();
    private final List<Worker> workers = new ArrayList<>();
    private final Set<LineKey> sent = new HashSet<>();
    private Instant now = SampleBatches.ARRIVAL;
    private long sequence;

    /** @param forgetful whether each worker remembers as much as chance will have it, or nothing */
    LakeSimulation(long seed, boolean forgetful) {
        this.random = new Random(seed);
        this.identities = 1 + random.nextInt(80);
        this.forgetful = forgetful;
    }

    InMemoryLakeObjects objects() {
        return objects;
    }

    Set<LineKey> sent() {
        return sent;
    }

    /** One shard, its two halves, and the two merged; each is read when what it came from has been. */
    void run() {
        Set<Integer> all = Set.copyOf(IntStream.range(0, identities).boxed().toList());
        Set<Integer> some = new HashSet<>(all);
        some.removeIf(identity -> random.nextBoolean());
        Set<Integer> others = new HashSet<>(all);
        others.removeAll(some);
        read(new Shard("whole", records(List.copyOf(all))), List.of());
        Shard left = new Shard("left", records(List.copyOf(some)));
        read(left, List.of("whole"));
        Shard right = new Shard("right", records(List.copyOf(others)));
        read(right, List.of("whole"));
        read(new Shard("merged", records(List.copyOf(all))), List.of("left", "right", "whole"));
    }

    private void read(Shard shard, List<String> cameFrom) {
        ancestors.put(shard.id, cameFrom);
        shard.owner = start(shard);
        for (int step = 0; step < STEPS_A_SHARD; step++) {
            step(shard);
        }
        objects.recover();
        index.recover();
        shard.owner = start(shard);
        shard.owner.read(shard.records.size());
        shard.owner.store(Flush.ALL);
        assertThat(shard.checkpoint).as("records checkpointed").isEqualTo(shard.records.size());
    }

    private void step(Shard shard) {
        now = now.plusSeconds(random.nextInt(40));
        switch (random.nextInt(10)) {
            case 0 -> shard.owner = start(shard);
            case 1 -> workers.remove(random.nextInt(workers.size()));
            case 2 -> objects.failNext(random.nextInt(3));
            case 3 -> objects.loseNextAnswer();
            case 4 -> index.failNext(random.nextInt(3));
            case 5 -> index.loseAnswers(random.nextInt(2));
            default -> {
                Worker worker = workers.get(random.nextInt(workers.size()));
                worker.read(random.nextInt(6));
                worker.store(random.nextInt(4) == 0 ? Flush.ALL : Flush.DUE);
            }
        }
        if (workers.isEmpty()) {
            shard.owner = start(shard);
        }
    }

    private Worker start(Shard shard) {
        Worker worker = new Worker(shard);
        workers.add(worker);
        return worker;
    }

    /** Aggregates of some lines of few identities, now and then one of which no line can be read. */
    private List<StreamBatch> records(List<Integer> among) {
        List<StreamBatch> records = new ArrayList<>();
        for (int i = 0; i < random.nextInt(RECORDS_A_SHARD) + 1; i++) {
            sequence++;
            int lines = among.isEmpty() ? 0 : random.nextInt(5);
            List<StreamLine> said = IntStream.range(0, lines)
                    .mapToObj(sub -> SampleBatches.line(
                            place(sub), SampleBatches.ARRIVAL.plusSeconds(40 * sequence), lineId(among)))
                    .toList();
            said.forEach(line -> sent.add((LineKey) line.line().key()));
            records.add(new StreamBatch(said, place(Math.max(0, lines - 1))));
        }
        return records;
    }

    private Position place(long subSequence) {
        return Position.of(Long.toString(sequence), subSequence);
    }

    private String lineId(List<Integer> among) {
        return "line-" + among.get(random.nextInt(among.size()));
    }

    private List<String> ancestorsOf(String shardId) {
        return ancestors.getOrDefault(shardId, List.of());
    }

    private LineMemory memory(String shardId, LakeProperties limits) {
        return limits.remembers()
                ? new ShardMemory(shardId, index, new IndexHistory(index, this::ancestorsOf, limits), limits)
                : LineMemory.NONE;
    }

    private LakeProperties limits() {
        long maxSize = 1_024L + random.nextInt(4_000);
        int maxAge = 1 + random.nextInt(100);
        return new LakeProperties(
                true,
                "lake",
                DataSize.ofBytes(maxSize),
                Duration.ofSeconds(maxAge),
                DataSize.ofBytes(random.nextLong(maxSize)),
                Duration.ofSeconds(maxAge + random.nextInt(100)),
                DataSize.ofMegabytes(1),
                1,
                DataSize.ofMegabytes(5),
                forgetful ? random.nextInt(20) : 1_000_000,
                forgetful ? Duration.ofSeconds(random.nextInt(4_000)) : Duration.ofHours(24));
    }

    private static final class Shard {
        private final String id;
        private final List<StreamBatch> records;
        private int checkpoint;
        private Worker owner;

        @SuppressWarnings("NullAway.Init")
        private Shard(String id, List<StreamBatch> records) {
            this.id = id;
            this.records = records;
        }

        private int recordsUpTo(Position place) {
            return (int) records.stream()
                    .filter(record -> !record.end().isAfter(place))
                    .count();
        }
    }

    private final class Worker {
        private final Shard shard;
        private final ShardSink sink;
        private int next;

        private Worker(Shard shard) {
            this.shard = shard;
            this.next = shard.checkpoint;
            LakeProperties limits = limits();
            this.sink = new LakeSink(
                            new TransactionFeed(),
                            objects,
                            shardId -> memory(shardId, limits),
                            LakeHolding.of(limits, () -> now))
                    .open(shard.id, SampleBatches.NOTHING_REFUSED);
        }

        private void read(int atMost) {
            for (int i = 0; i < atMost && next < shard.records.size(); i++) {
                sink.take(shard.records.get(next++));
            }
        }

        /** What fails is tried again with the next step, if the worker lives to see it. */
        private void store(Flush flush) {
            Optional<Position> durable;
            try {
                durable = sink.store(flush);
            } catch (IllegalStateException outage) {
                return;
            }
            boolean isOwner = shard.owner == this;
            boolean recorded = shard.checkpoint < shard.records.size() && (flush == Flush.ALL || random.nextInt(4) > 0);
            durable.filter(place -> isOwner && recorded).ifPresent(place -> checkpoint(shard.recordsUpTo(place)));
        }

        private void checkpoint(int records) {
            assertThat(records).isGreaterThanOrEqualTo(shard.checkpoint);
            assertThat(objects.allKeys())
                    .containsAll(shard.records.subList(0, records).stream()
                            .flatMap(record -> record.lines().stream())
                            .map(line -> (LineKey) line.line().key())
                            .toList());
            shard.checkpoint = records;
        }
    }
}
