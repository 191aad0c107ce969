package io.tillstream.localcloud.dynamodb;

import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.contract.Tables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Whether a table larger than memory works: fills one in a cloud with a heap of 512 MB, reads and writes at random, kills
 * the cloud and starts it again. The arguments are the number of items, such as 2000000, and a folder that is empty.
 */
public final class LargeTableRun {

    private static final String TABLE = "large";
    private static final int THREADS = 4;
    private static final int BATCH = 25;
    private static final int AT_RANDOM = 50_000;
    private static final int IDLE_SECONDS = 120;

    private final int partitions;
    private final Path folder;
    private Process cloud;
    private BufferedReader answers;
    private DynamoDbClient client;

    private LargeTableRun(int items, Path folder) throws IOException {
        this.partitions = items / BATCH;
        this.folder = folder;
        this.cloud = launch();
        this.answers = cloud.inputReader();
        this.client = connect();
    }

    public static void main(String[] args) throws Exception {
        LargeTableRun run = new LargeTableRun(Integer.parseInt(args[0]), Path.of(args[1]));
        try {
            run.play();
        } finally {
            run.cloud.destroyForcibly().onExit().join();
        }
    }

    private void play() throws Exception {
        Tables.create(client, TABLE);
        measure("items stored in batches", partitions * (long) BATCH, () -> spread(partitions, this::putBatch));
        tell();
        measure("items read at random", AT_RANDOM, () -> spread(AT_RANDOM, ignored -> getAtRandom()));
        measure("items put at random", AT_RANDOM, () -> spread(AT_RANDOM, ignored -> putAtRandom()));
        measure("items scanned", partitions * (long) BATCH, this::scan);
        tell();
        for (int second = 0; second <= IDLE_SECONDS; second += 30) {
            System.out.printf("%d MB of files after %d s of rest%n", megabytesOfFiles(), second);
            requireAlive(30);
        }
        cloud.destroyForcibly().onExit().join();
        long begin = System.nanoTime();
        cloud = launch();
        answers = cloud.inputReader();
        client = connect();
        System.out.printf("started after kill -9 in %.1f s%n", (System.nanoTime() - begin) / 1e9);
        measure("items scanned after the start", partitions * (long) BATCH, this::scan);
        tell();
    }

    private void requireAlive(int seconds) throws InterruptedException {
        if (cloud.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The cloud has ended by itself, with " + cloud.exitValue());
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeTableCloud.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private DynamoDbClient connect() throws IOException {
        return SdkClients.at(URI.create(answers.readLine()), DynamoDbClient.builder());
    }

    /** What the cloud says of its heap, what the system says of its process, and what lies on the disk. */
    private void tell() throws IOException {
        cloud.outputWriter().write("\n");
        cloud.outputWriter().flush();
        String process = Files.readAllLines(Path.of("/proc", Long.toString(cloud.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("");
        System.out.printf("%s; process %s; %d MB of files%n", answers.readLine(), process, megabytesOfFiles());
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void measure(String what, long count, Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%d %s in %.0f s, %.0f a second%n", count, what, seconds, count / seconds);
    }

    private static void spread(int count, LongConsumer work) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                parts.add(pool.submit(() -> {
                    for (long i = first; i < count; i += THREADS) {
                        work.accept(i);
                    }
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        }
    }

    private void putBatch(long partition) {
        client.batchWriteItem(
                request -> request.requestItems(Map.of(TABLE, DynamoDbBenchmark.batch("partition-" + partition))));
    }

    private void getAtRandom() {
        Map<String, AttributeValue> item = itemAtRandom();
        Map<String, AttributeValue> key = Map.of("p", item.get("p"), "s", item.get("s"));
        if (!client.getItem(get -> get.tableName(TABLE).key(key)).item().equals(item)) {
            throw new IllegalStateException("Not as it was stored: " + key);
        }
    }

    private void putAtRandom() {
        client.putItem(put -> put.tableName(TABLE).item(itemAtRandom()));
    }

    private Map<String, AttributeValue> itemAtRandom() {
        SplittableRandom random = new SplittableRandom();
        return DynamoDbBenchmark.item("partition-" + random.nextInt(partitions), random.nextInt(BATCH));
    }

    private void scan() {
        long found = client.scanPaginator(scan -> scan.tableName(TABLE).select(Select.COUNT)).stream()
                .mapToLong(ScanResponse::count)
                .sum();
        if (found != partitions * (long) BATCH) {
            throw new IllegalStateException("Found " + found);
        }
    }

    private long megabytesOfFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(LargeTableRun::sizeOf)
                            .sum()
                    / 1_000_000;
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
