package io.tillstream.consumers.reprocess;

import io.tillstream.consumers.deliver.DeadRecord;
import io.tillstream.model.layout.SinkName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which dead letters to take up.
 *
 * @param sinks whose letters
 * @param range when their records arrived
 * @param stage where they failed; absent for both
 * @param dryRun whether they are only read
 */
record RejectedPlan(List<String> sinks, TimeRange range, Optional<DeadRecord.Stage> stage, boolean dryRun) {

    /** Every sink that leaves dead letters. */
    static final List<String> ALL_SINKS =
            Arrays.stream(SinkName.values()).map(SinkName::text).toList();
}
