package io.tillstream.localcloud.dynamodb.store;

import java.util.Arrays;
import org.h2.mvstore.Cursor;

/** Steps through a range as it was when the cursor was made. Before the first {@link #next} it stands nowhere. */
public final class EntryCursor {

    private final Cursor<byte[], byte[]> cursor;
    private final EntryRange range;
    private final boolean forward;

    EntryCursor(Cursor<byte[], byte[]> cursor, EntryRange range, boolean forward) {
        this.cursor = cursor;
        this.range = range;
        this.forward = forward;
    }

    /** Moves on; false behind the last entry. */
    public boolean next() {
        while (cursor.hasNext()) {
            byte[] key = cursor.next();
            if (range.contains(key)) {
                return true;
            }
            // Going backward, MVStore's bound is inclusive and ours is not.
            if (forward || Arrays.compareUnsigned(key, range.from()) < 0) {
                return false;
            }
        }
        return false;
    }

    public byte[] key() {
        return cursor.getKey();
    }

    public byte[] value() {
        return cursor.getValue();
    }
}
