package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.storage.FileTree;
import io.tillstream.localcloud.storage.RecordLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** A stream in use: what it looks like, and its shards' logs. Writers share it; a change of shards has it alone. */
final class LiveStream implements AutoCloseable {

    private final Path folder;
    private final Clock clock;
    private final Counting counting = new Counting();
    private final Map<ShardId, ShardStore> stores = new ConcurrentHashMap<>();
    private final ReadWriteLock shape = new ReentrantReadWriteLock();
    private volatile StreamDescription description;
    private volatile StreamChange change = StreamChange.NONE;

    LiveStream(Path folder, StreamDescription description, Clock clock) {
        this.folder = folder;
        this.description = description;
        this.clock = clock;
    }

    StreamDescription description() {
        return description;
    }

    /** {@code ACTIVE}, or the state of its change. */
    String status() {
        return change.statusAt(clock.instant());
    }

    void goesThrough(String status, Duration time) {
        change = new StreamChange(status, clock.instant().plus(time));
    }

    Counting counting() {
        return counting;
    }

    ShardStore store(ShardId shard) {
        return stores.computeIfAbsent(
                shard,
                id -> new ShardStore(RecordLog.open(folder.resolve(id.toString())), new ShardLimits(clock.millis())));
    }

    /** Holds the shards as they are, so that no record goes to one that is being closed. */
    <T> T whileShaped(Supplier<T> action) {
        shape.readLock().lock();
        try {
            return action.get();
        } finally {
            shape.readLock().unlock();
        }
    }

    /** Takes on a new description, made and saved while nobody writes. */
    void reshape(Supplier<StreamDescription> change) {
        shape.writeLock().lock();
        try {
            description = change.get();
        } finally {
            shape.writeLock().unlock();
        }
    }

    /** Drops what is older than the stream's retention. */
    void trim() {
        StreamDescription seen = description;
        long expiry = seen.expiry(clock.instant()).toEpochMilli();
        for (Shard shard : seen.topology().shards()) {
            RecordLog log = store(shard.id()).log();
            log.trimTo(log.firstAtOrAfter(expiry));
        }
    }

    void forget(ShardId shard) {
        ShardStore store = stores.remove(shard);
        if (store != null) {
            store.log().close();
        }
        FileTree.delete(folder.resolve(shard.toString()));
    }

    @Override
    public void close() {
        shape.writeLock().lock();
        try {
            stores.values().forEach(store -> store.log().close());
        } finally {
            shape.writeLock().unlock();
        }
    }
}
