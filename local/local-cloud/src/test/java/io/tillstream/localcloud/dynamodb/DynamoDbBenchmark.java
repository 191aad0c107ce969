package io.tillstream.localcloud.dynamodb;

import io.tillstream.localcloud.contract.SdkClients;
import io.tillstream.localcloud.contract.Tables;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** How many 400-byte items an endpoint takes through BatchWriteItem, and how fast it reads: {@code URI THREADS ITEMS}. */
public final class DynamoDbBenchmark {

    private static final int BATCH = 25;
    private static final int WARM_UP = 10_000;
    private static final int QUERIES = 500;
    private static final String TABLE = "benchmark-" + System.nanoTime();
    private static final String PADDING = "x".repeat(250);

    private DynamoDbBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        int threads = Integer.parseInt(args[1]);
        int items = Integer.parseInt(args[2]);
        try (DynamoDbClient db = SdkClients.at(URI.create(args[0]), DynamoDbClient.builder())) {
            Tables.create(db, TABLE);
            write(db, threads, WARM_UP, "warm");
            Duration written = write(db, threads, items, "item");
            System.out.printf("%d threads: %.0f items/s%n", threads, items * 1e9 / written.toNanos());
            query(db, items / BATCH);
            Duration read = query(db, items / BATCH);
            System.out.printf("Query of %d items: %.2f ms%n", BATCH, read.toNanos() / 1e6 / QUERIES);
        }
    }

    private static Duration write(DynamoDbClient db, int threads, int items, String prefix)
            throws InterruptedException {
        long begin = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int batch = 0; batch < items / BATCH; batch++) {
                String partition = prefix + batch;
                pool.execute(() -> db.batchWriteItem(request -> request.requestItems(Map.of(TABLE, batch(partition)))));
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Duration query(DynamoDbClient db, int partitions) {
        long begin = System.nanoTime();
        for (int i = 0; i < QUERIES; i++) {
            AttributeValue partition = AttributeValue.fromS("item" + i % partitions);
            int found = db.query(query -> query.tableName(TABLE)
                            .keyConditionExpression("p = :p")
                            .consistentRead(true)
                            .expressionAttributeValues(Map.of(":p", partition)))
                    .count();
            if (found != BATCH) {
                throw new IllegalStateException("Found " + found);
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static List<WriteRequest> batch(String partition) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> WriteRequest.builder()
                        .putRequest(put -> put.item(item(partition, i)))
                        .build())
                .toList();
    }

    private static Map<String, AttributeValue> item(String partition, int i) {
        return Map.of(
                "p", AttributeValue.fromS(partition),
                "s", AttributeValue.fromS("85123A#" + i),
                "description", AttributeValue.fromS(PADDING),
                "quantity", AttributeValue.fromN("6"),
                "unitPrice", AttributeValue.fromN("2.55"),
                "country", AttributeValue.fromS("United Kingdom"));
    }
}
