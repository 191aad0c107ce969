package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.protocol.AwsError;
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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Kinesis Data Streams in a folder of its own, which it locks. A record that was acknowledged survives the end
 * of the process by whatever means; records wait on disk, not in memory.
 */
public final class Kinesis implements AwsOperations, AutoCloseable {

    static final String TARGET = "Kinesis_20131202";

    private final FolderLock lock;
    private final Streams streams;
    private final Map<String, Operation> operations = new HashMap<>();
    private final AtomicBoolean shardLimits = new AtomicBoolean();
    private final UpkeepThread upkeep = new UpkeepThread("Dropping old records of Kinesis", this::sweep);
    private final Runnable afterClose;

    private Kinesis(Path folder, Clock clock, EntryFaults faults, Runnable afterClose) {
        this.lock = FolderLock.acquire(folder);
        this.streams = new Streams(folder, clock);
        this.afterClose = afterClose;
        operations.putAll(new StreamOperations(streams, clock).all());
        operations.putAll(new ShardOperations(streams, clock).all());
        operations.putAll(new TagOperations(streams).all());
        operations.putAll(new WriteOperations(streams, clock, faults, shardLimits).all());
        operations.putAll(new ReadOperations(streams, clock, shardLimits).all());
    }

    /** Opens the streams kept in a folder, or throws {@link IllegalStateException} if another has them open. */
    public static Kinesis open(Path folder, Clock clock, EntryFaults faults) {
        return new Kinesis(folder, clock, faults, () -> {}).sweeping();
    }

    /** Streams that are deleted when closed. */
    public static Kinesis ephemeral(Clock clock, EntryFaults faults) {
        try {
            Path folder = Files.createTempDirectory("kinesis");
            return new Kinesis(folder, clock, faults, () -> FileTree.delete(folder)).sweeping();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turns AWS's rates for a shard on or off: 1 MiB and 1,000 records in, 2 MiB and five calls out, a second. */
    public void enforceShardLimits(boolean enforced) {
        shardLimits.set(enforced);
    }

    /** How long streams stay in CREATING and UPDATING from now on; not at all unless told. */
    public void delayChanges(Duration time) {
        streams.delayChanges(time);
    }

    /** What each stream has accepted and returned since the process started. */
    public List<StreamCounters> counters() {
        return streams.all().stream()
                .map(stream -> stream.counting().snapshot(stream.description().name()))
                .toList();
    }

    @Override
    public String targetPrefix() {
        return TARGET;
    }

    @Override
    public Object call(String operation, AwsRequest request) {
        Operation known = operations.get(operation);
        if (known == null) {
            throw AwsError.unknownOperation(operation);
        }
        return known.answer(request);
    }

    @Override
    public void close() {
        upkeep.close();
        streams.close();
        lock.close();
        afterClose.run();
    }

    void sweep() {
        streams.sweep();
    }

    private Kinesis sweeping() {
        upkeep.start();
        return this;
    }
}
