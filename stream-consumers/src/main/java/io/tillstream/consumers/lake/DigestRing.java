package io.tillstream.consumers.lake;

import java.security.SecureRandom;

/**
 * A queue of digests that can tell whether it holds one. Primitive arrays that grow as needed: 24 bytes a digest when
 * full, 48 right after it has grown.
 */
final class DigestRing {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;
    /** Keeps senders from choosing identities that collide in the table. */
    private static final long SECRET = new SecureRandom().nextLong();

    /** Two longs a slot; the slots are used in turn. */
    private long[] digests = new long[2 * FIRST_CAPACITY];
    /** By open addressing, for each digest the last slot that has it, plus one; zero where there is none. */
    private int[] table = new int[2 * FIRST_CAPACITY];

    private long oldest;
    private long next;

    boolean contains(long high, long low) {
        return table[find(high, low)] != 0;
    }

    int size() {
        return (int) (next - oldest);
    }

    /** Adds a digest as the newest; one that is there already is there twice, and goes with the later of the two. */
    void add(long high, long low) {
        if (size() == capacity()) {
            grow();
        }
        int slot = slotOf(next++);
        digests[2 * slot] = high;
        digests[2 * slot + 1] = low;
        table[find(high, low)] = slot + 1;
    }

    void removeOldest(int count) {
        for (int i = 0; i < count; i++) {
            int slot = slotOf(oldest++);
            int at = find(digests[2 * slot], digests[2 * slot + 1]);
            if (table[at] == slot + 1) {
                vacate(at);
            }
        }
    }

    private int capacity() {
        return digests.length / 2;
    }

    private int slotOf(long number) {
        return (int) number & (capacity() - 1);
    }

    /** Where the digest is in the table, or where it would go. */
    private int find(long high, long low) {
        int at = homeOf(low);
        while (table[at] != 0 && (digests[2 * table[at] - 2] != high || digests[2 * table[at] - 1] != low)) {
            at = after(at);
        }
        return at;
    }

    /** Moves up the entries that would not be found behind the gap. */
    private void vacate(int at) {
        int gap = at;
        for (int probe = after(at); table[probe] != 0; probe = after(probe)) {
            int home = homeOf(digests[2 * table[probe] - 1]);
            if (distance(home, probe) >= distance(gap, probe)) {
                table[gap] = table[probe];
                gap = probe;
            }
        }
        table[gap] = 0;
    }

    private int homeOf(long low) {
        return (int) (((low ^ SECRET) * GOLDEN_RATIO) >>> (Long.numberOfLeadingZeros(table.length) + 1));
    }

    private int after(int at) {
        return (at + 1) & (table.length - 1);
    }

    private int distance(int from, int to) {
        return (to - from) & (table.length - 1);
    }

    private void grow() {
        long[] old = digests;
        long end = next;
        digests = new long[2 * old.length];
        table = new int[2 * table.length];
        next = oldest;
        while (next < end) {
            int slot = (int) next & (old.length / 2 - 1);
            add(old[2 * slot], old[2 * slot + 1]);
        }
    }
}
