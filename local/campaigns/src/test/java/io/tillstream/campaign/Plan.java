package io.tillstream.campaign;

import java.time.Duration;

/**
 * What a campaign is to be like.
 *
 * @param seed of all chances
 * @param rowsPerSecond the steady load
 * @param shards of the stream at the start
 * @param length for how long faults are drawn; zero for one of each kind
 * @param oneSinkEach whether each worker process has one sink
 */
record Plan(long seed, int rowsPerSecond, int shards, Duration length, boolean oneSinkEach) {

    static final int SHORT_RATE = 300;
    static final int FEW_SHARDS = 4;
    private static final int MANY_SHARDS = 16;

    static Plan brief(long seed) {
        return new Plan(seed, SHORT_RATE, FEW_SHARDS, Duration.ZERO, false);
    }

    boolean isBrief() {
        return length.isZero();
    }

    WorkerTimes times() {
        return shards < MANY_SHARDS ? WorkerTimes.FAST : WorkerTimes.CALM;
    }

    /** Long enough to go past a split or a restart. */
    Duration longestResendDelay() {
        return isBrief() ? Duration.ofSeconds(20) : Duration.ofMinutes(3);
    }
}
