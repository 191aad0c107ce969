package io.tillstream.model.identity;

import java.nio.ByteBuffer;

/** Hashes with a common prefix and their counts: an open-addressing table in a piece of memory. */
final class HashSegment {

    static final int SLOT_SIZE = 2 * Long.BYTES + Integer.BYTES;

    private static final int LOW = Long.BYTES;
    private static final int COUNT = 2 * Long.BYTES;

    private final ByteBuffer memory;
    private final int slots;
    private int depth;
    private int used;

    /**
     * An empty segment.
     *
     * @param memory zeroed, for a number of slots that is a power of two
     * @param depth how many bits of the prefix its hashes share
     */
    HashSegment(ByteBuffer memory, int depth) {
        this.memory = memory;
        this.slots = memory.capacity() / SLOT_SIZE;
        this.depth = depth;
    }

    int depth() {
        return depth;
    }

    boolean isFull() {
        return used > slots / 3 * 2;
    }

    /** Adds to the count of a hash, and returns it. */
    int add(long high, long low, int times) {
        int at = find(high, low);
        int count = memory.getInt(at + COUNT);
        if (count == 0) {
            memory.putLong(at, high).putLong(at + LOW, low);
            used++;
        }
        memory.putInt(at + COUNT, count + times);
        return count + times;
    }

    private int find(long high, long low) {
        int mask = slots - 1;
        int slot = (int) spread(high, low) & mask;
        while (true) {
            int at = slot * SLOT_SIZE;
            if (memory.getInt(at + COUNT) == 0 || (memory.getLong(at) == high && memory.getLong(at + LOW) == low)) {
                return at;
            }
            slot = (slot + 1) & mask;
        }
    }

    /** Moves the hashes whose next bit of the prefix is set into a new segment. */
    HashSegment split(ByteBuffer empty) {
        ByteBuffer old = copyAndClear();
        int bit = Long.SIZE - 1 - depth;
        depth++;
        used = 0;
        HashSegment upper = new HashSegment(empty, depth);
        for (int at = 0; at < old.capacity(); at += SLOT_SIZE) {
            int count = old.getInt(at + COUNT);
            if (count != 0) {
                long high = old.getLong(at);
                long low = old.getLong(at + LOW);
                boolean isUpper = (spread(high, low) >>> bit & 1) == 1;
                (isUpper ? upper : this).add(high, low, count);
            }
        }
        return upper;
    }

    private ByteBuffer copyAndClear() {
        byte[] bytes = new byte[memory.capacity()];
        memory.get(0, bytes);
        memory.put(0, new byte[bytes.length]);
        return ByteBuffer.wrap(bytes);
    }

    /** Bits that depend on all bits of the hash: the highest choose the segment, the lowest the slot. */
    static long spread(long high, long low) {
        long mixed = (high ^ high >>> 32) * 0x9E3779B97F4A7C15L + low;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
