package io.tillstream.invoicestore;

import io.tillstream.model.LineKey;
import io.tillstream.model.TransactionLine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Gatherers;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchWriteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;

/** Puts lines in batches, several at once, and puts again what DynamoDB hands back unprocessed. */
final class LineBatches {

    /** BatchWriteItem takes no more, and no key twice. */
    private static final int MAX_ITEMS = 25;

    private static final int MAX_ATTEMPTS = 8;
    private static final long FIRST_PAUSE_MILLIS = 20;

    private final InvoiceTables tables;
    private final DynamoDbTable<TransactionLine> table;
    private final int concurrency;

    LineBatches(InvoiceTables tables, int concurrency) {
        this.tables = tables;
        this.table = tables.lines();
        this.concurrency = concurrency;
    }

    void put(Collection<TransactionLine> lines) {
        Map<LineKey, TransactionLine> distinct = LinkedHashMap.newLinkedHashMap(lines.size());
        lines.forEach(line -> distinct.put(line.key(), line));
        distinct.values().stream()
                .gather(Gatherers.windowFixed(MAX_ITEMS))
                .gather(Gatherers.mapConcurrent(concurrency, this::putBatch))
                .forEach(stored -> {});
    }

    private int putBatch(List<TransactionLine> batch) {
        List<TransactionLine> left = batch;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            left = putOnce(left);
            if (left.isEmpty()) {
                return batch.size();
            }
            pauseAfter(attempt);
        }
        throw new InvoiceStoreUnavailableException("DynamoDB left " + left.size() + " of " + batch.size()
                + " lines unprocessed in " + MAX_ATTEMPTS + " attempts");
    }

    private List<TransactionLine> putOnce(List<TransactionLine> lines) {
        WriteBatch.Builder<TransactionLine> writes =
                WriteBatch.builder(TransactionLine.class).mappedTableResource(table);
        lines.forEach(writes::addPutItem);
        return tables.client()
                .batchWriteItem(BatchWriteItemEnhancedRequest.builder()
                        .writeBatches(writes.build())
                        .build())
                .unprocessedPutItemsForTable(table);
    }

    private static void pauseAfter(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, FIRST_PAUSE_MILLIS << attempt));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InvoiceStoreUnavailableException("Interrupted between two attempts", stopping);
        }
    }
}
