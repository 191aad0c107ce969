package io.tillstream.model.identity;

/**
 * Counts how often each hash was seen. An open-addressing table of primitives, about 40 bytes a hash at its usual
 * load, because a file may hold many millions of rows.
 */
final class Occurrences {

    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private int[] counts = new int[FIRST_CAPACITY];
    private int used;

    /** The number of this occurrence, counted from 1. */
    int next(Digest128.Hash hash) {
        int slot = slotOf(hash.high(), hash.low());
        if (counts[slot] == 0) {
            high[slot] = hash.high();
            low[slot] = hash.low();
            used++;
        }
        int occurrence = ++counts[slot];
        if (used > counts.length / 3 * 2) {
            grow();
        }
        return occurrence;
    }

    private int slotOf(long wantedHigh, long wantedLow) {
        int mask = counts.length - 1;
        int slot = (int) wantedLow & mask;
        while (counts[slot] != 0 && (high[slot] != wantedHigh || low[slot] != wantedLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldCounts = counts;
        high = new long[oldCounts.length * 2];
        low = new long[oldCounts.length * 2];
        counts = new int[oldCounts.length * 2];
        for (int i = 0; i < oldCounts.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slotOf(oldHigh[i], oldLow[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
