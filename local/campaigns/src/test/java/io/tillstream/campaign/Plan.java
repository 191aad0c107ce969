package io.tillstream.campaign;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a campaign is to be like.
 *
 * @param seed of all chances
 * @param feeds those under test
 * @param rowsPerSecond the steady load, of all feeds together
 * @param shards of each stream at the start
 * @param length for how long faults are drawn; zero for one of each kind
 * @param oneSinkEach whether each worker process has one type of sink
 */
record Plan(long seed, List<Traffic> feeds, int rowsPerSecond, int shards, Duration length, boolean oneSinkEach) {

    static final int SHORT_RATE = 300;
    static final int FEW_SHARDS = 4;
    private static final int MANY_SHARDS = 16;

    static Plan brief(long seed) {
        return new Plan(seed, List.of(Traffic.values()), SHORT_RATE, FEW_SHARDS, Duration.ZERO, false);
    }

    /** As the services are told of them. */
    String feedNames() {
        return feeds.stream().map(Traffic::feed).collect(Collectors.joining(","));
    }

    /** Those that any of the feeds has. */
    List<String> sinkTypes() {
        return feeds.stream()
                .flatMap(traffic -> traffic.sinkTypes().stream())
                .distinct()
                .toList();
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
