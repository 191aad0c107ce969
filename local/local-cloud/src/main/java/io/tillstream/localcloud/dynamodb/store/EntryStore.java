package io.tillstream.localcloud.dynamodb.store;

import io.tillstream.localcloud.storage.LogRecord;
import io.tillstream.localcloud.storage.RecordLog;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries of key and value, ordered by key, in numbered spaces. A batch is written to a log before it shows and before
 * {@link #write} returns: what it has returned for survives the end of the process by whatever means, whole. The tree
 * behind it takes the entries later; the log keeps them until then and is replayed at the start, and when the tree's
 * file has failed.
 *
 * <p>One batch is made and stored at a time, so what it reads cannot change under it. Reads do not wait for it.
 */
public final class EntryStore implements EntryView, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EntryStore.class);
    private static final long LARGE_FILE_BYTES = 128L * 1024 * 1024;
    private static final int TIDIED_BYTES = 16 * 1024 * 1024;
    private static final int REPLAYED_AT_ONCE = 1_000;
    private static final int REPLAYED_BYTES_AT_ONCE = 4 * 1024 * 1024;

    private static final long NUMBERS_IN_BATCH = 1_000_000;

    private final ReentrantLock writing = new ReentrantLock();
    private final Path file;
    private final RecordLog log;
    private final TreeCheckpoints checkpoints;
    private volatile EntryTree tree;
    private volatile PastViews past;
    private volatile boolean closed;

    private EntryStore(Path folder) {
        this.file = folder.resolve("entries.mv");
        this.log = RecordLog.open(folder.resolve("log"));
        this.tree = openTree();
        this.past = new PastViews(tree, System::nanoTime);
        this.checkpoints = new TreeCheckpoints(this::checkpoint, () -> tree().tidy(LARGE_FILE_BYTES, TIDIED_BYTES));
    }

    /** Opens the entries kept in a folder, which no one else may have open. */
    public static EntryStore open(Path folder) {
        EntryStore store = new EntryStore(folder);
        store.checkpoints.start();
        return store;
    }

    @Override
    public byte @Nullable [] get(int space, byte[] key) {
        return tree().get(space, key);
    }

    @Override
    public EntryCursor cursor(int space, EntryRange range, boolean forward) {
        return tree().cursor(space, range, forward);
    }

    /** The entries as they were that long ago, up to eight seconds; as they are when that is first asked for. */
    public EntryView past(Duration age) {
        return past.asOf(age);
    }

    public long count(int space) {
        return tree().count(space);
    }

    /** Makes a batch and stores it. Nothing is stored if the work throws. */
    public <T> T write(Function<EntryBatch, T> work) {
        writing.lock();
        try {
            EntryBatch batch = new EntryBatch(nextNumber());
            T result = work.apply(batch);
            store(batch.changes());
            return result;
        } finally {
            writing.unlock();
        }
    }

    /** No batch that is yet to be made gives a lower number than this. */
    public long nextNumber() {
        return log.end() * NUMBERS_IN_BATCH;
    }

    /** Reads while nothing is written, so that all of it is of the same moment. */
    public <T> T readAtOnce(Supplier<T> reads) {
        writing.lock();
        try {
            return reads.get();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        checkpoints.close();
        closed = true;
        // MVStore would forget it.
        boolean interrupted = Thread.interrupted();
        past.close();
        tree.close();
        log.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void store(List<EntryChange> changes) {
        if (!changes.isEmpty()) {
            ByteBuffer record = ChangeCodec.encode(changes);
            checkpoints.logged(record.remaining());
            log.append(0, List.of(record));
            past.beforeChange();
            apply(changes);
        }
    }

    /** The log has the changes by now: a tree that took only some of them is no longer of use. */
    private void apply(List<EntryChange> changes) {
        EntryTree current = tree();
        boolean whole = false;
        try {
            changes.forEach(current::apply);
            whole = true;
        } finally {
            if (!whole) {
                current.abandon();
            }
        }
    }

    /** Brings all that is in the log into the tree's file, then drops it from the log. */
    private void checkpoint() {
        long stored = readAtOnce(log::end);
        EntryTree current = tree();
        current.commit();
        current.note(stored);
        log.trimTo(stored);
    }

    EntryTree tree() {
        EntryTree known = tree;
        return known.isUsable() ? known : replace(known);
    }

    private EntryTree replace(EntryTree broken) {
        writing.lock();
        try {
            if (tree == broken && !closed) {
                LOG.warn("DynamoDB's file of entries failed; it is opened once more", broken.failure());
                broken.abandon();
                tree = openTree();
                past = new PastViews(tree, System::nanoTime);
            }
            return tree;
        } finally {
            writing.unlock();
        }
    }

    /** Entries that the tree has already are put once more: the last change of each is in the log as well. */
    private EntryTree openTree() {
        EntryTree opened = EntryTree.open(file);
        long noted = opened.position();
        long position = noted > log.end() ? log.start() : Math.max(noted, log.start());
        while (position < log.end()) {
            List<LogRecord> records = log.read(position, REPLAYED_AT_ONCE, REPLAYED_BYTES_AT_ONCE);
            records.forEach(record -> ChangeCodec.decode(record.payload()).forEach(opened::apply));
            position = records.getLast().position() + 1;
        }
        return opened;
    }
}
