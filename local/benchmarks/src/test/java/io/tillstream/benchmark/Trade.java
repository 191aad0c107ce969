package io.tillstream.benchmark;

/** Rows at a steady rate, by so many stores in turn. */
record Trade(int rowsPerSecond, int rowsPerRequest, int stores) {

    private static final int SAMPLES_PER_SECOND = 8;

    /** How long after the run has begun a store's n-th request is due. */
    long dueAfter(int store, int n) {
        return place(store, n) * rowsPerRequest * 1_000_000_000L / rowsPerSecond;
    }

    /** Whether it is looked up what became of the request; few are, so that looking up does not become the load. */
    boolean isSampled(int store, int n) {
        return place(store, n) % Math.max(1, rowsPerSecond / rowsPerRequest / SAMPLES_PER_SECOND) == 0;
    }

    private long place(int store, int n) {
        return (long) n * stores + store;
    }
}
