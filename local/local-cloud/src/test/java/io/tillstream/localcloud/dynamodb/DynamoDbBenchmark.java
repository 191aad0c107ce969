package io.tillstream.localcloud.dynamodb;

import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.contract.Tables;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * How many 400-byte items an endpoint takes through BatchWriteItem from four threads, and how long a Query of 25 of them
 * takes. The arguments are the number of items and one or more endpoints, which take turns; the last line compares each
 * with the first.
 */
public final class DynamoDbBenchmark {

    private static final int THREADS = 4;
    private static final int BATCH = 25;
    private static final int ROUNDS = 4;
    private static final int QUERIES = 1_000;
    private static final String TABLE = "benchmark-" + System.nanoTime();
    private static final String PADDING = "x".repeat(250);

    private final URI endpoint;
    private final DynamoDbClient client;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> medians = new ArrayList<>();

    private DynamoDbBenchmark(URI endpoint) {
        this.endpoint = endpoint;
        this.client = SdkClients.at(endpoint, DynamoDbClient.builder());
        Tables.create(client, TABLE);
    }

    public static void main(String[] args) throws Exception {
        int items = Integer.parseInt(args[0]);
        List<DynamoDbBenchmark> measured = Arrays.stream(args)
                .skip(1)
                .map(endpoint -> new DynamoDbBenchmark(URI.create(endpoint)))
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (DynamoDbBenchmark benchmark : measured) {
                benchmark.measure(round, items);
            }
        }
        measured.forEach(benchmark -> benchmark.report(measured.getFirst()));
    }

    /** The first round warms up, and counts for nothing. */
    private void measure(int round, int items) throws Exception {
        double rate = write("round" + round, items);
        double median = query("round" + round, items / BATCH);
        System.out.printf("%s, round %d: %.0f items/s, Query p50 %.2f ms%n", endpoint, round, rate, median);
        if (round > 0) {
            rates.add(rate);
            medians.add(median);
        }
    }

    private void report(DynamoDbBenchmark first) {
        System.out.printf(
                "%s: %.0f items/s (%.1f times), Query p50 %.2f ms (%.2f times)%n",
                endpoint,
                middle(rates),
                middle(rates) / middle(first.rates),
                middle(medians),
                middle(medians) / middle(first.medians));
        client.deleteTable(table -> table.tableName(TABLE));
        client.close();
    }

    private double write(String prefix, int items) throws Exception {
        long begin = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> calls = new ArrayList<>();
            for (int batch = 0; batch < items / BATCH; batch++) {
                List<WriteRequest> writes = batch(prefix + "-" + batch);
                calls.add(pool.submit(
                        () -> client.batchWriteItem(request -> request.requestItems(Map.of(TABLE, writes)))));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
        return items * 1e9 / (System.nanoTime() - begin);
    }

    private double query(String prefix, int partitions) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            AttributeValue partition = AttributeValue.fromS(prefix + "-" + i % partitions);
            long begin = System.nanoTime();
            int found = client.query(query -> query.tableName(TABLE)
                            .keyConditionExpression("p = :p")
                            .consistentRead(true)
                            .expressionAttributeValues(Map.of(":p", partition)))
                    .count();
            millis.add((System.nanoTime() - begin) / 1e6);
            if (found != BATCH) {
                throw new IllegalStateException("Found " + found);
            }
        }
        return middle(millis);
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    static List<WriteRequest> batch(String partition) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> WriteRequest.builder()
                        .putRequest(put -> put.item(item(partition, i)))
                        .build())
                .toList();
    }

    static Map<String, AttributeValue> item(String partition, int i) {
        return Map.of(
                "p", AttributeValue.fromS(partition),
                "s", AttributeValue.fromS("85123A#" + i),
                "description", AttributeValue.fromS(PADDING),
                "quantity", AttributeValue.fromN("6"),
                "unitPrice", AttributeValue.fromN("2.55"),
                "country", AttributeValue.fromS("United Kingdom"));
    }
}
