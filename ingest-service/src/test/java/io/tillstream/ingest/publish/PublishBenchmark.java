package io.tillstream.ingest.publish;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.ingest.publish.PutOutcome.Answer;
import io.tillstream.model.layout.FeedLayout;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.springframework.util.unit.DataSize;

/** What publishing costs by itself: callers over a stream that stores everything at once. */
final class PublishBenchmark {

    private static final String ROW = " ".repeat(270);
    private static final Duration ROUND = Duration.ofSeconds(4);

    private PublishBenchmark() {}

    public static void main(String[] args) throws Exception {
        for (int round = 0; round < 2; round++) {
            measure("arrays of 500, 16 callers", 16, 500, Duration.ofMillis(5));
            measure("single rows, 1 caller", 1, 1, Duration.ofMillis(5));
            measure("single rows, 1 caller, no linger", 1, 1, Duration.ZERO);
            measure("single rows, 64 callers", 64, 1, Duration.ofMillis(5));
            measure("single rows, 1000 callers", 1_000, 1, Duration.ofMillis(5));
        }
    }

    private static void measure(String name, int callers, int rows, Duration linger) throws Exception {
        long cpu = cpuNanos();
        long start = System.nanoTime();
        long[] latencies;
        try (KinesisPublisher publisher = publisher(linger);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> shops = IntStream.range(0, callers)
                    .mapToObj(shop -> threads.submit(() -> trade(publisher, shop, rows)))
                    .toList();
            LongStream all = LongStream.empty();
            for (Future<long[]> shop : shops) {
                all = LongStream.concat(all, Arrays.stream(shop.get()));
            }
            latencies = all.sorted().toArray();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (cpuNanos() - cpu) / 1e9;
        long lines = (long) latencies.length * rows;
        System.out.printf(
                Locale.ROOT,
                "%-35s %,12.0f rows/s %,12.0f rows/CPU second   p50 %.2f ms   p99 %.2f ms%n",
                name,
                lines / seconds,
                lines / cpuSeconds,
                latencies[latencies.length / 2] / 1e6,
                latencies[latencies.length * 99 / 100] / 1e6);
    }

    private static long[] trade(LinePublisher publisher, int shop, int rows) {
        List<EncodedLine> lines = IntStream.range(0, rows)
                .mapToObj(row -> Lines.line("" + (536_000 + shop * 100 + row / 20), ROW))
                .toList();
        long end = System.nanoTime() + ROUND.toNanos();
        LongStream.Builder latencies = LongStream.builder();
        for (long now = System.nanoTime(); now < end; ) {
            publisher.publish(lines);
            long then = now;
            now = System.nanoTime();
            latencies.add(now - then);
        }
        return latencies.build().toArray();
    }

    private static KinesisPublisher publisher(Duration linger) {
        ShardMap map = ShardMap.of(ShardMapTests.shards(List.of(1L << 62, 2L << 62, 3L << 62)))
                .orElseThrow();
        PublishProperties properties = new PublishProperties(
                "transactions",
                DataSize.ofKilobytes(256),
                4,
                linger,
                16,
                Duration.ofSeconds(10),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofMillis(25),
                Duration.ofSeconds(1));
        StreamGateway gateway =
                entries -> new PutOutcome.Answered(Collections.nCopies(entries.size(), new Answer(null, null)));
        return new KinesisPublisher(
                PublishEngine.start(
                        gateway,
                        () -> Optional.of(map),
                        properties,
                        new PublishMeters(FeedLayout.TRANSACTIONS.name(), new SimpleMeterRegistry())),
                properties);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
