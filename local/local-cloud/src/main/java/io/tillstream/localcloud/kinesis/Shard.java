package io.tillstream.localcloud.kinesis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a shard, except its records. A closed one keeps its records until their retention ends. */
record Shard(
        int number,
        HashRange range,
        @Nullable Integer parent,
        @Nullable Integer adjacentParent,
        Instant opened,
        @Nullable Closing closing) {

    /** When a shard was closed, and the position behind its last record. */
    record Closing(Instant at, long end) {}

    ShardId id() {
        return new ShardId(number);
    }

    boolean isOpen() {
        return closing == null;
    }

    boolean isOpenAt(Instant moment) {
        return !opened.isAfter(moment) && isOpenAfter(moment);
    }

    boolean isOpenAfter(Instant moment) {
        return closing == null || closing.at().isAfter(moment);
    }

    boolean isChildOf(ShardId shard) {
        Integer wanted = shard.number();
        return wanted.equals(parent) || wanted.equals(adjacentParent);
    }

    Shard closed(Instant at, long end) {
        return new Shard(number, range, parent, adjacentParent, opened, new Closing(at, end));
    }
}
