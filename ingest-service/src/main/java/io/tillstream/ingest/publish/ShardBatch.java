package io.tillstream.ingest.publish;

import java.util.List;

/** Groups of one queue on their way in one call; they share no invoice. A queue has one batch at a time. */
record ShardBatch(ShardQueue queue, List<LineGroup> groups) {

    long bytes() {
        return groups.stream().mapToLong(LineGroup::bytes).sum();
    }
}
