package io.tillstream.consumers.lake;

import java.time.Instant;
import java.util.Comparator;

/** A page of the index as it is listed, not yet read. */
record IndexFile(String shardId, ShardRange range, Instant modified) {

    /**
     * By the store's clock, since places of different shards do not compare by time; files of one moment by their
     * place, which is higher in a shard than in those it came from.
     */
    static final Comparator<IndexFile> NEWEST_FIRST = Comparator.comparing(IndexFile::modified)
            .thenComparing(file -> file.range().last())
            .reversed();

    /** Whether its page holds all that the other's does, and more. */
    boolean isLongerThan(IndexFile other) {
        return shardId.equals(other.shardId) && range.covers(other.range) && !range.equals(other.range);
    }
}
