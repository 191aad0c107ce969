package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.LocalCloud;
import io.tillstream.localcloud.contract.KclConsumer;
import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.storage.FileTree;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Prints how many records of 250 bytes one client of the AWS SDK puts and gets per second, kept on disk. */
public final class KinesisBenchmark {

    private static final String STREAM = "benchmark";
    private static final int SHARDS = 4;
    private static final int CALLS = 1_000;
    private static final int PER_CALL = 500;
    private static final SdkBytes PAYLOAD = SdkBytes.fromByteArray(new byte[250]);

    private final URI endpoint;
    private final KinesisClient client;

    private KinesisBenchmark(URI endpoint, KinesisClient client) {
        this.endpoint = endpoint;
        this.client = client;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("kinesis-benchmark");
        try (LocalCloud cloud = LocalCloud.builder().port(0).data(folder).start();
                KinesisClient client = SdkClients.at(cloud.endpoint(), KinesisClient.builder())) {
            new KinesisBenchmark(cloud.endpoint(), client).run();
        } finally {
            FileTree.delete(folder);
        }
    }

    private void run() {
        client.createStream(create -> create.streamName(STREAM).shardCount(SHARDS));
        put(1);
        for (int round = 0; round < 2; round++) {
            report("PutRecords of 500, one thread", () -> put(1));
            report("PutRecords of 500, two threads", () -> put(2));
            report("PutRecords of 500, four threads", () -> put(4));
        }
        report("GetRecords of 10,000, one thread", this::getAll);
        consume();
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.out.printf("heap in use: %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /** From KCL's first record on: before that it waits for its leases, whatever it reads from. */
    private void consume() {
        long total = 7L * CALLS * PER_CALL;
        LongAdder read = new LongAdder();
        AtomicLong begun = new AtomicLong();
        CountDownLatch all = new CountDownLatch(1);
        try (KclConsumer consumer = new KclConsumer(endpoint, STREAM, records -> {
            begun.compareAndSet(0, System.nanoTime());
            read.add(records.size());
            if (read.sum() >= total) {
                all.countDown();
            }
        })) {
            all.await();
            double seconds = (System.nanoTime() - begun.get()) / 1e9;
            System.out.printf(
                    "%-36s %,10.0f records/s%n", "KCL, " + consumer.events().size() + " shards", total / seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void report(String what, Supplier<Long> work) {
        long begun = System.nanoTime();
        long records = work.get();
        System.out.printf("%-36s %,10.0f records/s%n", what, records * 1e9 / (System.nanoTime() - begun));
    }

    private long put(int threads) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(CompletableFuture.runAsync(() -> putCalls(CALLS / threads), executor));
            }
            running.forEach(CompletableFuture::join);
        }
        return (long) CALLS * PER_CALL;
    }

    private void putCalls(int calls) {
        for (int call = 0; call < calls; call++) {
            String key = "invoice-" + call + "-";
            List<PutRecordsRequestEntry> entries = IntStream.range(0, PER_CALL)
                    .mapToObj(i -> PutRecordsRequestEntry.builder()
                            .partitionKey(key + i)
                            .data(PAYLOAD)
                            .build())
                    .toList();
            client.putRecords(put -> put.streamName(STREAM).records(entries));
        }
    }

    private long getAll() {
        return client.listShards(list -> list.streamName(STREAM)).shards().stream()
                .mapToLong(shard -> getShard(shard.shardId()))
                .sum();
    }

    private long getShard(String shard) {
        long count = 0;
        String iterator = client.getShardIterator(
                        get -> get.streamName(STREAM).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        while (true) {
            String from = iterator;
            GetRecordsResponse response = client.getRecords(get -> get.shardIterator(from));
            count += response.records().size();
            if (response.records().isEmpty()) {
                return count;
            }
            iterator = response.nextShardIterator();
        }
    }
}
