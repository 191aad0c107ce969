package io.tillstream.localcloud.dynamodb;

import io.tillstream.localcloud.dynamodb.operations.AccountOperations;
import io.tillstream.localcloud.dynamodb.operations.BatchGetOperation;
import io.tillstream.localcloud.dynamodb.operations.BatchWriteOperation;
import io.tillstream.localcloud.dynamodb.operations.ChangeStreamOperations;
import io.tillstream.localcloud.dynamodb.operations.ChangeStreamSweep;
import io.tillstream.localcloud.dynamodb.operations.DynamoDbOperation;
import io.tillstream.localcloud.dynamodb.operations.ExpirySweep;
import io.tillstream.localcloud.dynamodb.operations.ItemConflicts;
import io.tillstream.localcloud.dynamodb.operations.ItemOperations;
import io.tillstream.localcloud.dynamodb.operations.QueryOperations;
import io.tillstream.localcloud.dynamodb.operations.ResourceTagOperations;
import io.tillstream.localcloud.dynamodb.operations.StatementOperations;
import io.tillstream.localcloud.dynamodb.operations.StatementTransactions;
import io.tillstream.localcloud.dynamodb.operations.TableOperations;
import io.tillstream.localcloud.dynamodb.operations.TimeToLiveOperations;
import io.tillstream.localcloud.dynamodb.operations.TransactionOperations;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.IndexBackfill;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.protocol.AwsOperations;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import io.tillstream.localcloud.storage.FileTree;
import io.tillstream.localcloud.storage.FolderLock;
import io.tillstream.localcloud.storage.UpkeepThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * DynamoDB in a folder of its own, which it keeps to itself. What was acknowledged survives the end of the process by
 * whatever means; a table may be larger than memory.
 */
public final class DynamoDb implements AwsOperations, AutoCloseable {

    private final FolderLock lock;
    private final EntryStore store;
    private final Tables tables;
    private final ItemConflicts conflicts;
    private final OperationTable operations;
    private final UpkeepThread upkeep;
    private final Runnable afterClose;

    private DynamoDb(Path folder, Clock clock, EntryFaults faults, Runnable afterClose) {
        this.lock = FolderLock.acquire(folder);
        this.store = opened(() -> EntryStore.open(folder), lock::close);
        this.tables = opened(() -> new Tables(store, clock), store::close, lock::close);
        this.conflicts = new ItemConflicts(faults);
        this.afterClose = afterClose;
        TransactionOperations transactions = new TransactionOperations(store, tables, clock);
        Map<String, DynamoDbOperation> all = new HashMap<>();
        all.putAll(new TableOperations(store, tables).all());
        all.putAll(new ItemOperations(store, tables, faults).all());
        all.putAll(new StatementOperations(store, tables, faults).all());
        all.put("BatchGetItem", new BatchGetOperation(store, tables, faults));
        all.put("BatchWriteItem", new BatchWriteOperation(store, tables, faults));
        all.putAll(new QueryOperations(store, tables, faults).all());
        all.putAll(transactions.all());
        all.putAll(new StatementTransactions(store, tables, clock).all());
        all.putAll(new TimeToLiveOperations(tables).all());
        all.putAll(new ResourceTagOperations(tables).all());
        all.putAll(new AccountOperations().all());
        this.operations = new OperationTable(DynamoDbOperation.TARGET, all);
        this.upkeep = new UpkeepThread(
                "Deleting what has expired in DynamoDB",
                new ExpirySweep(store, tables)::sweep,
                transactions::sweep,
                new ChangeStreamSweep(store, tables)::sweep);
    }

    /** Opens the tables kept in a folder, or throws {@link IllegalStateException} if another has them open. */
    public static DynamoDb open(Path folder, Clock clock, EntryFaults faults) {
        return new DynamoDb(folder, clock, faults, () -> {}).started();
    }

    /** Tables that are gone once closed. */
    public static DynamoDb ephemeral(Clock clock, EntryFaults faults) {
        try {
            Path folder = Files.createTempDirectory("dynamodb");
            return new DynamoDb(folder, clock, faults, () -> FileTree.delete(folder)).started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long tables stay in CREATING, UPDATING and DELETING from now on; no time at all by default. */
    public void delayChanges(Duration time) {
        tables.delayChanges(time);
    }

    /** Turns on what provisioned tables were given, and refuses what exceeds it. */
    public void enforceThroughput(boolean enforced) {
        tables.limits().enforceOfTables(enforced);
    }

    /** Turns on what AWS lets one partition take a second: 1,000 write units and 3,000 read units. */
    public void enforcePartitionLimits(boolean enforced) {
        tables.limits().enforceOfPartitions(enforced);
    }

    /** The streams of the tables, which are a service of their own to clients. */
    public AwsOperations streams() {
        return new OperationTable("DynamoDBStreams_20120810", new ChangeStreamOperations(store, tables).all());
    }

    @Override
    public String targetPrefix() {
        return operations.targetPrefix();
    }

    @Override
    public String errorPrefix() {
        return operations.errorPrefix();
    }

    @Override
    public boolean checksumsReplies() {
        return operations.checksumsReplies();
    }

    @Override
    public Object call(String operation, AwsRequest request) {
        conflicts.requireNone(operation, request);
        return operations.call(operation, request);
    }

    @Override
    public void close() {
        upkeep.close();
        store.close();
        lock.close();
        afterClose.run();
    }

    /** Deletes items that have expired, and client tokens and records of streams that are too old. */
    void sweep() {
        upkeep.doAll();
    }

    /** Opens something; where that fails, what was opened before it is closed. */
    private static <T> T opened(Supplier<T> opening, Runnable... closings) {
        try {
            return opening.get();
        } catch (RuntimeException e) {
            List.of(closings).forEach(Runnable::run);
            throw e;
        }
    }

    private DynamoDb started() {
        upkeep.start();
        Thread.ofVirtual().name("dynamodb-indexes").start(new IndexBackfill(store, tables)::resume);
        return this;
    }
}
