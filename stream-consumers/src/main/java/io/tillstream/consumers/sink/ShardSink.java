package io.tillstream.consumers.sink;

import java.util.Optional;

/**
 * Stores the lines of one shard in a sink; called by one thread at a time.
 *
 * <p>What it says is durable gets checkpointed and is never delivered again. All that was taken after that may be
 * delivered again, here or to another process that still runs at the same time, and must then change nothing.
 */
public interface ShardSink {

    /** Takes a batch in, without input or output. */
    void take(StreamBatch batch);

    /**
     * Stores what was taken. When it throws, nothing is lost, and the same call is made again.
     *
     * @return the place up to which all of the shard is durable, when it has moved
     */
    Optional<Position> store(Flush flush);
}
