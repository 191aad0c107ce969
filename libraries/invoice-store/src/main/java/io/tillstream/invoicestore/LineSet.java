package io.tillstream.invoicestore;

import io.tillstream.model.identity.Digest128;

/**
 * Lines by the hashes of their keys, each with a mark of its version: 24 bytes a line and as much room again at most,
 * so that an invoice of very many lines can be known. Not safe for use by several threads.
 */
final class LineSet {

    /** The result of adding a line. */
    enum Added {
        /** Its key was not known. */
        NEW,
        /** It was known in this very version. */
        KNOWN,
        /** It is known in another version, which is left. */
        OTHER_VERSION
    }

    private static final int FIELDS = 3;
    private static final int SMALLEST = 8;

    private long[] slots = new long[FIELDS * SMALLEST];
    private int size;

    int size() {
        return size;
    }

    Added add(Digest128.Hash key, long version) {
        if (3L * size >= 2L * (slots.length / FIELDS)) {
            grow();
        }
        int slot = slotOf(key.high(), key.low());
        if (isFree(slot)) {
            put(slot, key.high(), key.low(), version);
            size++;
            return Added.NEW;
        }
        return slots[slot + 2] == version ? Added.KNOWN : Added.OTHER_VERSION;
    }

    /** The slot of the key, or the free one where it belongs. */
    private int slotOf(long high, long low) {
        int count = slots.length / FIELDS;
        int at = (int) (low & (count - 1));
        while (true) {
            int slot = FIELDS * at;
            if (isFree(slot) || (slots[slot] == high && slots[slot + 1] == low)) {
                return slot;
            }
            at = (at + 1) & (count - 1);
        }
    }

    /** No key has a hash of nothing but zeros. */
    private boolean isFree(int slot) {
        return slots[slot] == 0 && slots[slot + 1] == 0;
    }

    private void put(int slot, long high, long low, long version) {
        slots[slot] = high;
        slots[slot + 1] = low;
        slots[slot + 2] = version;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (int slot = 0; slot < old.length; slot += FIELDS) {
            if (old[slot] != 0 || old[slot + 1] != 0) {
                put(slotOf(old[slot], old[slot + 1]), old[slot], old[slot + 1], old[slot + 2]);
            }
        }
    }
}
