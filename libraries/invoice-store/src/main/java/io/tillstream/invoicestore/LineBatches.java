package io.tillstream.invoicestore;

import static io.tillstream.storecalls.StoreActivity.Call.WRITE_LINES;

import io.tillstream.storecalls.Failures;
import io.tillstream.storecalls.StoreCalls;
import io.tillstream.storecalls.TableFit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchWriteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Puts lines that no other version comes before, whatever lies there: in batches, several at once, and puts again what DynamoDB hands back unprocessed. */
final class LineBatches {

    /**
     * BatchWriteItem takes no more, and no key twice. Its other bounds, 16 MB a call and 400 KB an item, are far off:
     * the largest line that the model allows is below 30 KB.
     */
    static final int MAX_ITEMS = StoreCalls.FULL_BATCH;

    private final InvoiceTables tables;
    private final DynamoDbTable<StoredLine> table;
    private final StoreCalls calls;

    LineBatches(InvoiceTables tables, StoreCalls calls) {
        this.tables = tables;
        this.table = tables.lines();
        this.calls = calls;
    }

    /**
     * Puts lines of different keys.
     *
     * @return those that can never be stored
     */
    List<RefusedLine> put(Collection<StoredLine> lines) {
        return lines.stream()
                .gather(Gatherers.windowFixed(MAX_ITEMS))
                .gather(Gatherers.mapConcurrent(calls.maxConcurrency(), this::putBatch))
                .flatMap(List::stream)
                .toList();
    }

    private List<RefusedLine> putBatch(List<StoredLine> batch) {
        try {
            calls.untilNothingIsLeft(batch, this::putOnce);
            return List.of();
        } catch (DynamoDbException failure) {
            if (!Failures.isRefusal(failure)) {
                throw failure;
            }
            return isolate(batch, failure);
        }
    }

    /** DynamoDB refuses a batch for one of its items and does not say which. */
    private List<RefusedLine> isolate(List<StoredLine> batch, DynamoDbException refusal) {
        if (batch.size() == 1) {
            return List.of(RefusedLine.unstorable(batch.getFirst().line(), TableFit.faultOfItem(table, refusal)));
        }
        int middle = batch.size() / 2;
        return Stream.of(batch.subList(0, middle), batch.subList(middle, batch.size()))
                .flatMap(half -> putBatch(half).stream())
                .toList();
    }

    private List<StoredLine> putOnce(List<StoredLine> lines) {
        WriteBatch.Builder<StoredLine> writes =
                WriteBatch.builder(StoredLine.class).mappedTableResource(table);
        lines.forEach(writes::addPutItem);
        BatchWriteItemEnhancedRequest request = BatchWriteItemEnhancedRequest.builder()
                .writeBatches(writes.build())
                .build();
        return calls.once(WRITE_LINES, begun -> {
            List<StoredLine> left = tables.client().batchWriteItem(request).unprocessedPutItemsForTable(table);
            calls.tookLines(begun, lines.size(), left.size());
            return left;
        });
    }
}
