package io.tillstream.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * So many connections, each of which sends its next request once it has the answer to the last.
 *
 * @param name what is measured
 * @param rowsPerRequest how many rows each request has
 * @param requests sent in turn
 */
record Load(String name, int connections, int rowsPerRequest, List<byte[]> requests) {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /**
     * What came of it.
     *
     * @param processor what the whole process took of the processors, which other programs do not distort as they do
     *     the clock
     * @param latencies in nanoseconds, of requests that were answered as they should be
     */
    record Outcome(Load load, Duration took, Duration processor, Histogram latencies) {

        double requestsPerSecond() {
            return latencies.getTotalCount() / (took.toNanos() / 1e9);
        }

        double rowsPerSecond() {
            return requestsPerSecond() * load.rowsPerRequest();
        }

        double processorMicrosPerRow() {
            return processor.toNanos() / 1e3 / latencies.getTotalCount() / load.rowsPerRequest();
        }

        double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }
    }

    Outcome run(URI server, Duration length) {
        long processor = PROCESS.getProcessCpuTime();
        long begun = System.nanoTime();
        long end = begun + length.toNanos();
        Histogram all = new Histogram(LONGEST, 3);
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<CompletableFuture<Histogram>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                running.add(CompletableFuture.supplyAsync(() -> send(server, first, end), threads));
            }
            running.stream().map(CompletableFuture::join).forEach(all::add);
        }
        return new Outcome(
                this,
                Duration.ofNanos(System.nanoTime() - begun),
                Duration.ofNanos(PROCESS.getProcessCpuTime() - processor),
                all);
    }

    private Histogram send(URI server, int first, long end) {
        Histogram latencies = new Histogram(LONGEST, 3);
        try (Connection connection = new Connection(server)) {
            for (int i = first; System.nanoTime() < end; i++) {
                long begun = System.nanoTime();
                int status = connection.exchange(requests.get(i % requests.size()));
                if (status != 202) {
                    throw new IllegalStateException(name + " was answered with " + status);
                }
                latencies.recordValue(Math.min(LONGEST, System.nanoTime() - begun));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return latencies;
    }
}
