package io.tillstream.localcloud.dynamodb.store;

import io.tillstream.localcloud.storage.RecordLog;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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
    private static final long NUMBERS_IN_BATCH = 1_000_000;

    private final ReentrantLock writing = new ReentrantLock();
    private final Path file;
    private final RecordLog log;
    private final TreeCheckpoints checkpoints;
    private volatile EntryTree tree;
    private volatile PastViews past;
    private volatile boolean closed;

    private EntryStore(Path file, RecordLog log, EntryTree tree) {
        this.file = file;
        this.log = log;
        this.tree = tree;
        this.past = new PastViews(tree, System::nanoTime);
        this.checkpoints = new TreeCheckpoints(this::checkpoint, () -> tree().tidy(LARGE_FILE_BYTES, TIDIED_BYTES));
    }

    /** Opens the entries kept in a folder, which no one else may have open. */
    public static EntryStore open(Path folder) {
        Path file = folder.resolve("entries.mv");
        RecordLog log = RecordLog.open(folder.resolve("log"));
        try {
            EntryStore store = new EntryStore(file, log, TreeRecovery.open(file, log));
            store.checkpoints.start();
            return store;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
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
        requireTree();
        return past.asOf(age);
    }

    public long count(int space) {
        return tree().count(space);
    }

    /** Makes a batch and stores it. Nothing is stored if the work throws. */
    public <T> T write(Function<EntryBatch, T> work) {
        return write(work, result -> {});
    }

    /** Makes a batch, stores it, and then does what no other batch is to be made before. */
    public <T> T write(Function<EntryBatch, T> work, Consumer<T> afterStoring) {
        writing.lock();
        try {
            EntryBatch batch = new EntryBatch(nextNumber());
            T result = work.apply(batch);
            store(batch.changes());
            afterStoring.accept(result);
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
        try {
            past.close();
            tree.close();
        } finally {
            log.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void store(List<EntryChange> changes) {
        if (!changes.isEmpty()) {
            ByteBuffer record = ChangeCodec.encode(changes);
            // Before the log has the changes: what fails between it and the tree would part the two.
            requireTree();
            past.beforeChange();
            checkpoints.logged(record.remaining());
            log.append(0, List.of(record));
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

    /** Opens the tree once more if it has failed. */
    private void requireTree() {
        EntryTree usable = tree();
        if (!usable.isUsable()) {
            throw new IllegalStateException("DynamoDB's entries are closed", usable.failure());
        }
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
                tree = TreeRecovery.open(file, log);
                past = new PastViews(tree, System::nanoTime);
            }
            return tree;
        } finally {
            writing.unlock();
        }
    }
}
