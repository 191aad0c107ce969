package io.tillstream.loader.warehouse;

import io.tillstream.model.feed.PerFeed;
import org.jspecify.annotations.Nullable;

/** The job of each feed. */
record WarehouseJobs(PerFeed<WarehouseJob> byFeed) {

    /** Loads all that is there to be loaded. A failure of one job does not stop the others, and is thrown after them. */
    JobReport run() {
        JobReport total = JobReport.NOTHING;
        RuntimeException failure = null;
        for (WarehouseJob job : byFeed.all()) {
            try {
                total = total.plus(job.run());
            } catch (RuntimeException failed) {
                // The edge of the feed: whatever it was, the load was taken back.
                failure = withOther(failure, failed);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return total;
    }

    private static RuntimeException withOther(@Nullable RuntimeException first, RuntimeException next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }
}
