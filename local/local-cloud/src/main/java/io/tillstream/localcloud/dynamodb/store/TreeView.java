package io.tillstream.localcloud.dynamodb.store;

import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** The tree as it was at one moment. A space that came later is empty. */
final class TreeView implements EntryView, AutoCloseable {

    private static final EntryRange NOTHING = new EntryRange(new byte[1], new byte[1]);

    private final EntryTree tree;
    private final Map<Integer, SpaceThen> spaces;
    private final Runnable release;

    TreeView(EntryTree tree, Map<Integer, SpaceThen> spaces, Runnable release) {
        this.tree = tree;
        this.spaces = Map.copyOf(spaces);
        this.release = release;
    }

    /** Lets the tree write over what only this view can still see. */
    @Override
    public void close() {
        release.run();
    }

    @Override
    public byte @Nullable [] get(int space, byte[] key) {
        SpaceThen then = spaces.get(space);
        return then == null ? null : then.map().get(then.root().root, key);
    }

    @Override
    public EntryCursor cursor(int space, EntryRange range, boolean forward) {
        SpaceThen then = spaces.get(space);
        if (then == null) {
            return tree.cursor(space, NOTHING, forward);
        }
        byte[] first = forward ? range.from() : range.to();
        byte[] last = forward ? range.to() : range.from();
        return new EntryCursor(new Cursor<>(then.root(), first, last, !forward), range, forward);
    }

    /** A map, and the root it had. */
    record SpaceThen(MVMap<byte[], byte[]> map, RootReference<byte[], byte[]> root) {

        static SpaceThen of(MVMap<byte[], byte[]> map) {
            return new SpaceThen(map, map.flushAndGetRoot());
        }
    }
}
