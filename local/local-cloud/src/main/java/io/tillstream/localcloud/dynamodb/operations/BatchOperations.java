package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.util.Map;

/** The operations on several items of which each succeeds or fails by itself. */
public final class BatchOperations {

    private final BatchWriteOperation write;
    private final BatchGetOperation get;

    public BatchOperations(EntryStore store, Tables tables, EntryFaults faults) {
        this.write = new BatchWriteOperation(store, tables, faults);
        this.get = new BatchGetOperation(store, tables, faults);
    }

    public Map<String, DynamoDbOperation> all() {
        return Map.of("BatchWriteItem", write::answer, "BatchGetItem", get::answer);
    }
}
