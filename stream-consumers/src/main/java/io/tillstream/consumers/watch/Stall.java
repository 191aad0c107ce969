package io.tillstream.consumers.watch;

import io.tillstream.consumers.deliver.ShardProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Why a shard makes no progress, and since when. */
record Stall(Kind kind, Instant since) {

    /**
     * The stall of a shard, or nothing while it makes progress. That nothing is read comes first: it explains why there
     * is no headway.
     */
    static @Nullable Stall of(ShardProgress progress, Duration stallAfter, Duration unreadAfter, InstantSource clock) {
        Instant now = clock.instant();
        if (progress.readAge().compareTo(unreadAfter) >= 0) {
            return new Stall(Kind.NOTHING_READ, now.minus(progress.readAge()));
        }
        return progress.headway().plus(stallAfter).isAfter(now) ? null : new Stall(Kind.NO_HEADWAY, progress.headway());
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NO_HEADWAY -> "no progress since " + since;
            case NOTHING_READ -> "no answer to a read since " + since;
        };
    }

    /** What has stopped. */
    enum Kind {
        /** Records wait, and none becomes durable. */
        NO_HEADWAY,
        /** The stream answers no read. */
        NOTHING_READ
    }
}
