package io.tillstream.consumers.sink;

import java.util.List;

/** Which shards a shard came from, by splits and merges, as far back as the stream still knows. */
@FunctionalInterface
public interface Ancestry {

    /** The shards whose records came before those of this one: parents, then theirs, and so on; never itself. */
    List<String> ancestorsOf(String shardId);
}
