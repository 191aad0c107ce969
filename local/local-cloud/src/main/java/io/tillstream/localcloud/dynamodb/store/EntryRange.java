package io.tillstream.localcloud.dynamodb.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keys from one on, up to but without another; to the end of the space if that is null. */
@SuppressWarnings("ArrayRecordComponent")
public record EntryRange(byte[] from, byte @Nullable [] to) {

    public static final EntryRange ALL = new EntryRange(new byte[0], null);

    /** All keys that begin with a prefix. */
    public static EntryRange startingWith(byte[] prefix) {
        return new EntryRange(prefix, behind(prefix));
    }

    /** The keys of this range that come after one, which need not be in it. */
    public EntryRange after(byte[] key) {
        byte[] next = Arrays.copyOf(key, key.length + 1);
        return Arrays.compareUnsigned(next, from) > 0 ? new EntryRange(next, to) : this;
    }

    /** The keys of this range that come before one, which need not be in it. */
    public EntryRange before(byte[] key) {
        return contains(key) ? new EntryRange(from, key) : this;
    }

    public boolean isEmpty() {
        return to != null && Arrays.compareUnsigned(from, to) >= 0;
    }

    /** Whether a key is in the range. */
    public boolean contains(byte[] key) {
        return Arrays.compareUnsigned(key, from) >= 0 && (to == null || Arrays.compareUnsigned(key, to) < 0);
    }

    /** The first key behind all those that begin with a prefix; null if there can be none. */
    public static byte @Nullable [] behind(byte[] prefix) {
        for (int i = prefix.length - 1; i >= 0; i--) {
            if (prefix[i] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(prefix, i + 1);
                next[i]++;
                return next;
            }
        }
        return null;
    }
}
