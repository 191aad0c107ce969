package io.tillstream.consumers.invoices;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.invoicestore.DynamoDbInvoiceStore;
import io.tillstream.invoicestore.InvoiceTables;
import io.tillstream.localcloud.LocalCloud;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.storecalls.StoreSettings;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What the sink makes of DynamoDB: the lines a second that it stores, summaries included, beside ready BatchWriteItem
 * calls of such lines and nothing else, with as many calls under way. They take turns at the same tables, because what
 * counts is their ratio in the same minute.
 *
 * <p>Arguments: rounds, lines a round.
 */
final class InvoicesBenchmark {

    private static final int SHARDS = 4;
    private static final int CALLS = 8;
    private static final int MOST_CALLS = 32;
    private static final int WARM_UP_ROUNDS = 2;

    private final DynamoDbClient client;
    private final InvoiceTables tables;
    private final int rounds;
    private final BenchmarkLines lines;

    private InvoicesBenchmark(DynamoDbClient client, int rounds, int linesARound) {
        this.client = client;
        this.tables = new InvoiceTables(client);
        this.rounds = rounds;
        this.lines = new BenchmarkLines(SHARDS, linesARound);
    }

    public static void main(String[] args) throws Exception {
        try (LocalCloud cloud = LocalCloud.builder()
                        .port(0)
                        .data(Files.createTempDirectory("invoices-benchmark"))
                        .start();
                DynamoDbClient client = DynamoDbClient.builder()
                        .endpointOverride(cloud.endpoint())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                        .httpClientBuilder(Apache5HttpClient.builder().maxConnections(MOST_CALLS))
                        .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .build()) {
            InvoicesBenchmark benchmark =
                    new InvoicesBenchmark(client, Integer.parseInt(args[0]), Integer.parseInt(args[1]));
            benchmark.tables.createMissing();
            benchmark.run("25 % guests", 0.25);
            benchmark.run("customers only", 0);
            benchmark.run("guests only", 1);
        }
        System.exit(0);
    }

    private void run(String mix, double guests) throws Exception {
        DynamoDbInvoiceStore fixed = store(new StoreSettings(CALLS, CALLS, 100_000, Duration.ofSeconds(10)));
        DynamoDbInvoiceStore adaptive = store(new StoreSettings(2, MOST_CALLS, 100_000, Duration.ofSeconds(10)));
        List<Double> ratios = new ArrayList<>();
        List<Double> adaptiveRatios = new ArrayList<>();
        System.out.printf(
                "%s | BatchWriteItem, %d calls | sink, %d calls | sink, 2 to %d calls%n",
                mix, CALLS, CALLS, MOST_CALLS);
        for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
            double raw = raw(guests);
            double sink = sink(fixed, guests);
            double adapted = sink(adaptive, guests);
            System.out.printf(
                    "  %.0f | %.0f | %.0f, then %d calls%n",
                    raw, sink, adapted, adaptive.activity().concurrency());
            if (round >= WARM_UP_ROUNDS) {
                ratios.add(sink / raw);
                adaptiveRatios.add(adapted / raw);
            }
        }
        System.out.printf("  median ratio %.2f, adaptive %.2f%n", median(ratios), median(adaptiveRatios));
    }

    private DynamoDbInvoiceStore store(StoreSettings settings) {
        return new DynamoDbInvoiceStore(tables, settings);
    }

    private double raw(double guests) throws Exception {
        var requests = lines.requests(guests);
        return linesPerSecond(CALLS, worker -> {
            for (int i = worker; i < requests.size(); i += CALLS) {
                if (!client.batchWriteItem(requests.get(i)).unprocessedItems().isEmpty()) {
                    throw new IllegalStateException("An undisturbed DynamoDB leaves nothing unprocessed");
                }
            }
        });
    }

    private double sink(DynamoDbInvoiceStore store, double guests) throws Exception {
        Sink sink = new InvoicesSink(new TransactionFeed(), store);
        List<List<StreamBatch>> batches = lines.batches(guests);
        return linesPerSecond(SHARDS, shard -> {
            ShardSink open = sink.open("shard-" + shard, (line, reason) -> {
                throw new IllegalStateException(reason);
            });
            for (StreamBatch batch : batches.get(shard)) {
                open.take(batch);
                open.store(Flush.DUE);
            }
        });
    }

    private double linesPerSecond(int workers, IntConsumer work) throws Exception {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                int worker = i;
                running.add(threads.submit(() -> work.accept(worker)));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        }
        return lines.count() / ((System.nanoTime() - begun) / 1e9);
    }

    private static double median(List<Double> values) {
        return DoubleStream.of(values.stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray())
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
