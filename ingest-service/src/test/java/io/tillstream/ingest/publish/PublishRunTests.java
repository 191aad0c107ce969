package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

final class PublishRunTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final FakeTiming timing = new FakeTiming();
    private final List<StreamEntry> stored = new ArrayList<>();
    private int retries;

    @Property(tries = 300)
    void acknowledgesOnlyWhatIsStoredOnceAndInOrder(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 6) Integer> sizes,
            @ForAll @DoubleRange(min = 0, max = 0.9) double failures,
            @ForAll long seed)
            throws InterruptedException {
        Random random = new Random(seed);
        Collection<Queue<StreamEntry>> entries = entries(sizes);
        List<StreamEntry> all = entries.stream().flatMap(Queue::stream).toList();
        PublishResult result = run(entries, (round, left) -> answer(round, random, failures));
        assertThat(new HashSet<>(stored)).hasSameSizeAs(stored);
        assertThat(all).containsAll(stored);
        assertThat(stored.size() == all.size()).isEqualTo(result instanceof PublishResult.Stored);
        assertThat(result).isInstanceOfAny(PublishResult.Stored.class, PublishResult.Unavailable.class);
        for (int key = 0; key < sizes.size(); key++) {
            String partitionKey = "" + key;
            assertThat(stored.stream().filter(entry -> entry.partitionKey().equals(partitionKey)))
                    .isEqualTo(all.stream()
                            .filter(entry -> entry.partitionKey().equals(partitionKey))
                            .limit(stored.stream()
                                    .filter(entry -> entry.partitionKey().equals(partitionKey))
                                    .count())
                            .toList());
        }
    }

    @Test
    void storesNothingToDo() throws InterruptedException {
        assertThat(run(List.of(), (round, left) -> new PutOutcome.Rejected("must not be called")))
                .isEqualTo(new PublishResult.Stored());
    }

    @Test
    void keepsTheLimitsOfPutRecords() throws InterruptedException {
        List<Queue<StreamEntry>> many = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            many.add(new ArrayDeque<>(List.of(entry("" + i, i % 100 == 0 ? 1_000_000 : 10))));
        }
        PublishResult result = run(many, (round, left) -> {
            assertThat(round.size()).isLessThanOrEqualTo(500);
            assertThat(round.stream().mapToLong(StreamEntry::size).sum()).isLessThanOrEqualTo(5L << 20);
            return answer(round, new Random(1), 0);
        });
        assertThat(result).isEqualTo(new PublishResult.Stored());
        assertThat(stored).hasSize(1_200);
        assertThat(retries).isZero();
    }

    @Test
    void endsAtTheDeadlineWithoutAFalsePromise() throws InterruptedException {
        PublishResult result = run(entries(List.of(1)), (round, left) -> {
            assertThat(left).isPositive().isLessThanOrEqualTo(TIMEOUT);
            return new PutOutcome.Failed("no connection");
        });
        assertThat(result).isInstanceOf(PublishResult.Unavailable.class);
        assertThat(timing.passed()).isBetween(TIMEOUT, TIMEOUT.plus(LONGEST));
        assertThat(retries).isGreaterThan(9);
    }

    @Test
    void givesUpAtOnceWhenTheStreamRefuses() throws InterruptedException {
        assertThat(run(entries(List.of(3)), (round, left) -> new PutOutcome.Rejected("AccessDeniedException")))
                .isEqualTo(new PublishResult.Refused("AccessDeniedException"));
        assertThat(timing.passed()).isZero();
    }

    @Test
    void pausesLongerAndLongerUpToTheCap() {
        Backoff longest = new Backoff(Duration.ofMillis(25), LONGEST, () -> Long.MAX_VALUE);
        Backoff random = new Backoff(Duration.ofMillis(25), LONGEST, new Random(1));
        for (int failures = 1; failures < 100; failures++) {
            assertThat(longest.pause(failures)).isLessThanOrEqualTo(LONGEST);
            assertThat(random.pause(failures)).isBetween(Duration.ZERO, LONGEST);
        }
        assertThat(random.pause(1)).isLessThanOrEqualTo(Duration.ofMillis(25));
    }

    private PublishResult run(Collection<Queue<StreamEntry>> entries, StreamGateway gateway)
            throws InterruptedException {
        stored.clear();
        Backoff backoff = new Backoff(Duration.ofMillis(25), LONGEST, new Random(7));
        return new PublishRun(gateway, backoff, timing, () -> retries++).run(entries, TIMEOUT);
    }

    /** Stores some entries, none of a partition key twice in a call, and says which. */
    private PutOutcome answer(List<StreamEntry> round, Random random, double failures) {
        Set<String> keys = new HashSet<>();
        assertThat(round)
                .allSatisfy(entry -> assertThat(keys.add(entry.partitionKey())).isTrue());
        timing.pass(Duration.ofMillis(20));
        if (random.nextDouble() < failures / 3) {
            return new PutOutcome.Failed("InternalFailure");
        }
        List<Boolean> answers = new ArrayList<>();
        for (StreamEntry entry : round) {
            boolean stores = random.nextDouble() >= failures;
            answers.add(stores);
            if (stores) {
                stored.add(entry);
            }
        }
        return new PutOutcome.Answered(answers);
    }

    private static Collection<Queue<StreamEntry>> entries(List<Integer> sizes) {
        List<Queue<StreamEntry>> entries = new ArrayList<>();
        for (int key = 0; key < sizes.size(); key++) {
            Queue<StreamEntry> queue = new ArrayDeque<>();
            for (int i = 0; i < sizes.get(key); i++) {
                queue.add(entry("" + key, 10 + i));
            }
            entries.add(queue);
        }
        return entries;
    }

    private static StreamEntry entry(String partitionKey, int size) {
        return new StreamEntry(partitionKey, SdkBytes.fromByteArray(new byte[size]));
    }
}
