package io.tillstream.localcloud.dynamodb.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** The entries in H2's MVStore: one map a space. Any thread may read; one at a time may change. */
final class EntryTree implements EntryView, AutoCloseable {

    private static final String NAME = "space-";
    // A space of the tree's own: one entry, the position of the log up to which the file has it.
    private static final int LOG_SPACE = -1;
    private static final byte[] POSITION = {};
    private static final int CACHE_MIB = 48;
    // What is not yet in the file is on the heap.
    private static final int UNSAVED_KIB = 24 * 1024;
    private static final int PAGE_BYTES = 8 * 1024;
    private static final int COMMIT_DELAY_MILLIS = 5_000;
    private static final int RETENTION_MILLIS = 10_000;
    // Cursors live as long as a request: what they may still read is kept for so many commits of 24 MB or five seconds.
    private static final int VERSIONS_KEPT = 5;
    private static final int LEAST_FILL_PERCENT = 50;

    private final MVStore store;
    private final EntryFile file;
    private final Map<Integer, MVMap<byte[], byte[]>> spaces = new ConcurrentHashMap<>();

    private EntryTree(EntryFile file, int retentionMillis) {
        this.file = file;
        this.store = new MVStore.Builder()
                .adoptFileStore(file)
                .autoCommitBufferSize(UNSAVED_KIB)
                .open();
        // MVStore tidies the maps that are open, if more than one writer is allowed: it is the other.
        spacesInFile().forEach(this::map);
        store.setAutoCommitDelay(COMMIT_DELAY_MILLIS);
        store.setRetentionTime(retentionMillis);
        store.setVersionsToKeep(VERSIONS_KEPT);
    }

    static EntryTree open(Path file) {
        return open(file, RETENTION_MILLIS);
    }

    /** Opens a file in which nothing is written over that is younger than that. */
    static EntryTree open(Path file, int retentionMillis) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EntryTree(EntryFile.open(file, CACHE_MIB, PAGE_BYTES), retentionMillis);
    }

    @Override
    public byte @Nullable [] get(int space, byte[] key) {
        return map(space).get(key);
    }

    @Override
    public EntryCursor cursor(int space, EntryRange range, boolean forward) {
        byte[] first = forward ? range.from() : range.to();
        byte[] last = forward ? range.to() : range.from();
        return new EntryCursor(map(space).cursor(first, last, !forward), range, forward);
    }

    /** The entries as they are, to be read until it is closed. */
    TreeView view() {
        MVStore.TxCounter usage = store.registerVersionUsage();
        Map<Integer, TreeView.SpaceThen> then = new HashMap<>();
        spaces.forEach((space, map) -> then.put(space, TreeView.SpaceThen.of(map)));
        return new TreeView(this, then, () -> store.deregisterVersionUsage(usage));
    }

    private List<Integer> spacesInFile() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(NAME))
                .map(name -> Integer.valueOf(name.substring(NAME.length())))
                .toList();
    }

    long count(int space) {
        return map(space).sizeAsLong();
    }

    void apply(EntryChange change) {
        switch (change) {
            case EntryChange.Put put -> map(put.space()).put(put.key(), put.value());
            case EntryChange.Delete delete -> map(delete.space()).remove(delete.key());
            case EntryChange.Drop drop -> {
                store.removeMap(map(drop.space()));
                spaces.remove(drop.space());
            }
        }
    }

    /** Returns when all changes before it are in the file; throws if they cannot be. */
    void commit() {
        store.commit();
        // Changes that MVStore is writing by itself at this moment count as saved: wait for them too.
        store.executeFilestoreOperation(() -> {});
    }

    /** The position of the log before which all is in the file, as far as that was noted. */
    long position() {
        byte[] noted = get(LOG_SPACE, POSITION);
        return noted == null ? 0 : ByteBuffer.wrap(noted).getLong();
    }

    /** Notes with the next commit what the last one has brought into the file: a note never tells of more than is there. */
    void note(long position) {
        map(LOG_SPACE)
                .put(POSITION, ByteBuffer.allocate(Long.BYTES).putLong(position).array());
    }

    /**
     * Writes anew what little is left of old parts of the file, so that their room can be used again: some of it, if the
     * file is large and half of it or more is out of use. MVStore alone gives up early.
     */
    void tidy(long largeBytes, int someBytes) {
        if (file.size() > largeBytes) {
            store.compact(LEAST_FILL_PERCENT, someBytes);
        }
    }

    /** Whether it can still be used: a tree whose file could not be written closes itself. */
    boolean isUsable() {
        return store.getPanicException() == null && !store.isClosed();
    }

    /** What made it close itself, if it has. */
    @Nullable
    Exception failure() {
        return store.getPanicException();
    }

    EntryFile file() {
        return file;
    }

    /** Closes it without writing anything. */
    void abandon() {
        store.closeImmediately();
    }

    @Override
    public void close() {
        store.close();
    }

    private MVMap<byte[], byte[]> map(int space) {
        MVMap<byte[], byte[]> known = spaces.get(space);
        return known == null ? spaces.computeIfAbsent(space, this::openMap) : known;
    }

    private MVMap<byte[], byte[]> openMap(int space) {
        return store.openMap(
                NAME + space,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayType.INSTANCE)
                        .valueType(ByteArrayType.INSTANCE));
    }
}
