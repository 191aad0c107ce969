package io.tillstream.model.identity;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * Counts how often each hash was seen: some 40 bytes a distinct hash. A table of segments by the first bits of a hash;
 * one that is full is split, and no other is touched, so that however large the table gets, no step takes long and all
 * but its directory may lie in a file.
 */
final class Occurrences implements AutoCloseable {

    private static final int SEGMENT = (1 << 13) * HashSegment.SLOT_SIZE;
    private static final int SEGMENTS_ON_HEAP = 64;

    private final SegmentMemory scratch;
    private HashSegment[] directory;
    private int depth;
    private long distinct;

    Occurrences(SegmentMemory scratch) {
        this.scratch = scratch;
        this.directory = new HashSegment[] {new HashSegment(scratch.take(), 0)};
    }

    static Occurrences onHeap() {
        return new Occurrences(SegmentMemory.onHeap(SEGMENT));
    }

    /** Past some ten megabytes, in a file of that folder. */
    static Occurrences in(Path folder) {
        return new Occurrences(SegmentMemory.in(folder, SEGMENT, SEGMENTS_ON_HEAP));
    }

    /** The number of this occurrence, counted from 1. */
    int next(Digest128.Hash hash) {
        long bits = HashSegment.spread(hash.high(), hash.low());
        HashSegment segment = directory[indexOf(bits)];
        int occurrence = segment.add(hash.high(), hash.low(), 1);
        if (occurrence == 1) {
            distinct++;
            while (directory[indexOf(bits)].isFull()) {
                split(indexOf(bits));
            }
        }
        return occurrence;
    }

    /** How many hashes were seen. */
    long distinct() {
        return distinct;
    }

    private int indexOf(long bits) {
        return (int) (bits >>> 1 >>> (Long.SIZE - 1 - depth));
    }

    private void split(int index) {
        HashSegment lower = directory[index];
        int at = index;
        if (lower.depth() == depth) {
            doubleDirectory();
            at *= 2;
        }
        int width = 1 << (depth - lower.depth());
        int first = at / width * width;
        Arrays.fill(directory, first + width / 2, first + width, lower.split(scratch.take()));
    }

    private void doubleDirectory() {
        HashSegment[] old = directory;
        directory = new HashSegment[old.length * 2];
        for (int i = 0; i < directory.length; i++) {
            directory[i] = old[i / 2];
        }
        depth++;
    }

    /** Ends the counting. */
    @Override
    public void close() {
        directory = new HashSegment[0];
        scratch.close();
    }
}
