package io.tillstream.benchmark;

import io.tillstream.model.TransactionLine;
import io.tillstream.model.layout.Names;
import io.tillstream.model.layout.SortKeys;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Gatherers;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.S3Client;

/** Lines in ready-made calls of BatchWriteItem, and nothing of what the look-ups need besides. */
final class BatchWrites {

    private static final int ITEMS_A_CALL = 25;
    private static final int CONNECTIONS = 32;

    private BatchWrites() {}

    static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(Apache5HttpClient.builder().maxConnections(CONNECTIONS))
                .build();
    }

    static S3Client s3(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .forcePathStyle(true)
                .build();
    }

    static List<BatchWriteItemRequest> of(List<TransactionLine> lines) {
        return lines.stream()
                .map(line -> WriteRequest.builder()
                        .putRequest(put -> put.item(item(line)))
                        .build())
                .gather(Gatherers.windowFixed(ITEMS_A_CALL))
                .map(writes -> BatchWriteItemRequest.builder()
                        .requestItems(Map.of(Names.INVOICES_TABLE, writes))
                        .build())
                .toList();
    }

    static void send(DynamoDbClient client, List<BatchWriteItemRequest> requests, int calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls)) {
            List<Future<?>> sent = new ArrayList<>();
            requests.forEach(request -> sent.add(threads.submit(() -> {
                if (!client.batchWriteItem(request).unprocessedItems().isEmpty()) {
                    throw new IllegalStateException("An undisturbed DynamoDB leaves nothing unprocessed");
                }
            })));
            for (Future<?> call : sent) {
                call.get();
            }
        }
    }

    private static Map<String, AttributeValue> item(TransactionLine line) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("invoiceNo", AttributeValue.fromS(line.invoiceNo().value()));
        item.put("stockCode#lineId", AttributeValue.fromS(SortKeys.of(line.key())));
        item.put("stockCode", AttributeValue.fromS(line.stockCode().value()));
        item.put("lineId", AttributeValue.fromS(line.lineId().value()));
        line.description().ifPresent(text -> item.put("description", AttributeValue.fromS(text)));
        item.put("quantity", AttributeValue.fromN(Long.toString(line.quantity())));
        item.put("invoiceDate", AttributeValue.fromS(line.invoiceDate().toString()));
        item.put("unitPrice", AttributeValue.fromN(line.unitPrice().toPlainString()));
        item.put("lineTotal", AttributeValue.fromN(line.lineTotal().toPlainString()));
        line.customerId().ifPresent(id -> item.put("customerId", AttributeValue.fromS(id.value())));
        item.put("country", AttributeValue.fromS(line.country()));
        item.put("kind", AttributeValue.fromS(line.kind().name()));
        item.put("receivedAt", AttributeValue.fromS(line.receivedAt().toString()));
        return item;
    }
}
