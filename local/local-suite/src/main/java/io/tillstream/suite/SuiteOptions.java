package io.tillstream.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to start the suite.
 *
 * @param data the folder that keeps the state, or nothing to keep none
 * @param limits whether the cloud refuses what exceeds AWS's rates of shards, tables and partitions
 * @param intervals how long rows wait for others
 * @param feeds the names of the feeds to run; those that the services run by themselves if there is none
 */
public record SuiteOptions(
        Optional<Path> data, Ports ports, boolean limits, FlushIntervals intervals, List<String> feeds) {

    public SuiteOptions {
        feeds = List.copyOf(feeds);
    }

    /** Without those rates. */
    public SuiteOptions(Optional<Path> data, Ports ports) {
        this(data, ports, false, FlushIntervals.ON_A_DESK, List.of());
    }
}
