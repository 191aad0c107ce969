package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class PublishSimulationTests {

    private static final PublishResult STORED = new PublishResult.Stored();

    @Property(tries = 200)
    void acknowledgesExactlyWhatIsStoredAndKeepsInvoicesInOrder(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 0.9) double failures,
            @ForAll @IntRange(min = 1, max = 4) int concurrentCalls) {
        Random random = new Random(seed);
        Simulation simulation = new Simulation(random, concurrentCalls);
        List<PublishRequest> givenUp = new ArrayList<>();
        simulation.fail(failures);
        simulation.meanwhile(() -> disturb(simulation, random, givenUp));
        for (int i = 0; i < 100; i++) {
            disturb(simulation, random, givenUp);
            simulation.step();
            assertThat(simulation.underWay()).isLessThanOrEqualTo(concurrentCalls);
            if (random.nextBoolean()) {
                simulation.complete();
            }
            if (i % 10 == 0) {
                assertNoFalsePromise(simulation);
            }
        }
        simulation.meanwhile(() -> {});
        simulation.finish();
        assertNoFalsePromise(simulation);
        simulation.requests.keySet().forEach(request -> {
            assertThat(request.isOver()).isTrue();
            assertThat(isStored(request) || givenUp.contains(request)).isTrue();
        });
        assertInvoicesInOrder(simulation.stored);
    }

    private static void disturb(Simulation simulation, Random random, List<PublishRequest> givenUp) {
        simulation.pass(Duration.ofMillis(random.nextInt(8)));
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> simulation.request(invoices(random));
            case 3 -> simulation.table.adopt(map(random));
            case 4 ->
                simulation.requests.keySet().stream()
                        .filter(request -> !request.isOver())
                        .findFirst()
                        .ifPresent(request -> {
                            givenUp.add(request);
                            simulation.giveUp(request);
                        });
            default -> simulation.complete();
        }
    }

    @Test
    void sendsTheFirstLineOfAnIdleQueueAtOnceAndLetsTheNextGather() {
        Simulation simulation = new Simulation(new Random(1), 4);
        simulation.request(List.of(1));
        simulation.step();
        assertThat(simulation.underWay()).isEqualTo(1);
        simulation.complete();
        simulation.request(List.of(2));
        simulation.request(List.of(3));
        long dueAt = simulation.step();
        assertThat(simulation.underWay()).isZero();
        assertThat(dueAt).isEqualTo(Duration.ofMillis(5).toNanos());
        simulation.pass(Duration.ofMillis(5));
        simulation.step();
        assertThat(simulation.underWay()).isEqualTo(1);
    }

    @Test
    void doesNotLetAFullRecordLinger() {
        Simulation simulation = new Simulation(new Random(1), 4);
        simulation.request(List.of(1));
        simulation.step();
        simulation.complete();
        simulation.request(IntStream.range(0, 200).mapToObj(i -> i).toList());
        simulation.step();
        assertThat(simulation.underWay()).isEqualTo(1);
    }

    @Test
    void hasOneFlightOfAShardAtATime() {
        Simulation simulation = new Simulation(new Random(1), 4);
        for (int i = 0; i < 5; i++) {
            simulation.request(List.of(i));
            simulation.step();
            simulation.pass(Duration.ofMillis(10));
        }
        assertThat(simulation.underWay()).isEqualTo(1);
        simulation.finish();
        assertThat(simulation.stored).hasSize(5);
    }

    @Test
    void sharesCallsBetweenShards() {
        Simulation simulation = new Simulation(new Random(1), 4);
        simulation.table.adopt(ShardMap.of(ShardMapTests.shards(IntStream.range(1, 100)
                        .mapToObj(i -> i * 1_000_000_000_000L)
                        .toList()))
                .orElseThrow());
        simulation.request(IntStream.range(0, 500).mapToObj(i -> i).toList());
        simulation.step();
        assertThat(simulation.underWay()).isEqualTo(1);
        simulation.finish();
        assertThat(simulation.stored).hasSize(500);
    }

    @Test
    void letsNoShardWaitForAnothersRetry() {
        Simulation simulation = new Simulation(new Random(1), 4);
        simulation.table.adopt(
                ShardMap.of(ShardMapTests.shards(List.of(Long.MIN_VALUE))).orElseThrow());
        int low = invoiceWithin(true);
        int high = invoiceWithin(false);
        simulation.fail(1);
        simulation.request(List.of(low));
        simulation.step();
        simulation.complete();
        simulation.fail(0);
        PublishRequest other = simulation.request(List.of(high));
        simulation.step();
        simulation.complete();
        assertThat(other.isOver()).isTrue();
    }

    @Test
    void forgetsLinesThatNobodyWaitsFor() {
        Simulation simulation = new Simulation(new Random(1), 1);
        List<PublishRequest> requests = new ArrayList<>();
        simulation.request(List.of(0));
        simulation.step();
        for (int i = 0; i < 100; i++) {
            requests.add(simulation.request(List.of(i)));
        }
        long most = simulation.table.waitingBytes();
        requests.subList(0, 60).forEach(simulation::giveUp);
        assertThat(simulation.table.waitingBytes()).isLessThan(most * 3 / 4);
        requests.subList(60, 100).forEach(simulation::giveUp);
        assertThat(simulation.table.waitingBytes()).isZero();
        simulation.finish();
        assertThat(simulation.stored).hasSize(1);
    }

    @Test
    void countsWhatIsThrottledByShard() {
        Simulation simulation = new Simulation(new Random(3), 1);
        simulation.table.adopt(ShardMap.of(ShardMapTests.shards(List.of())).orElseThrow());
        String shard = String.valueOf(simulation.table.queues().getFirst().shard());
        simulation.fail(0.99);
        simulation.request(List.of(1));
        for (int i = 0; i < 20; i++) {
            simulation.step();
            simulation.complete();
            simulation.pass(Duration.ofSeconds(1));
        }
        simulation.finish();
        assertThat(simulation
                        .registry
                        .get("tillstream.ingest.publish.throttled")
                        .tag("shard", shard)
                        .counter()
                        .count())
                .isPositive();
        assertThat(simulation
                        .registry
                        .get("tillstream.ingest.publish.retries")
                        .counter()
                        .count())
                .isPositive();
    }

    private static void assertNoFalsePromise(Simulation simulation) {
        Set<String> stored = new HashSet<>(simulation.stored);
        simulation.requests.forEach((request, texts) -> {
            if (isStored(request)) {
                assertThat(stored.containsAll(texts)).isTrue();
            }
        });
    }

    /** Repetitions aside, which their identity tells. */
    private static void assertInvoicesInOrder(List<String> stored) {
        Map<String, Integer> last = new LinkedHashMap<>();
        for (String text : new LinkedHashSet<>(stored)) {
            String[] parts = text.split("#", 2);
            int number = Integer.parseInt(parts[1]);
            assertThat(number).isGreaterThan(last.getOrDefault(parts[0], -1));
            last.put(parts[0], number);
        }
    }

    private static boolean isStored(PublishRequest request) {
        return request.isOver()
                && request.await(Duration.ZERO, () -> new PublishResult.Refused("no result"))
                        .equals(STORED);
    }

    private static List<Integer> invoices(Random random) {
        return random.ints(1 + random.nextInt(30), 0, 12).boxed().toList();
    }

    private static ShardMap map(Random random) {
        List<Long> cuts = random.longs(random.nextInt(4), 0, 4)
                .map(quarter -> quarter << 62)
                .boxed()
                .toList();
        return ShardMap.of(ShardMapTests.shards(cuts)).orElseThrow();
    }

    private static int invoiceWithin(boolean lowerHalf) {
        return IntStream.range(0, 100)
                .filter(i -> Lines.hash("" + i).high() >= 0 == lowerHalf)
                .findFirst()
                .orElseThrow();
    }
}
