package io.tillstream.consumers.sink;

import io.tillstream.model.feed.Feed;
import java.time.Duration;

/** Where the lines of a feed end up. Each sink is fed by a KCL application of its own, so that a slow one holds up no other. */
public interface Sink {

    /** The feed whose lines it takes. */
    Feed feed();

    /**
     * Names the application, its metrics and its threads: short, lower case. No other sink has it, of whatever feed;
     * {@link io.tillstream.model.layout.FeedLayout#sink} makes one.
     */
    String name();

    /**
     * Begins a shard, from wherever its checkpoint is.
     *
     * @param refusals takes what the store will never take
     */
    ShardSink open(String shardId, Refusals refusals);

    /** How long it may hold lines before it stores them; a longer wait is a stall. */
    default Duration holdsFor() {
        return Duration.ZERO;
    }

    /**
     * Whether rows can be redelivered to it directly, without the stream. Else they go through the stream again, to
     * every sink.
     */
    default boolean takesRedelivery() {
        return true;
    }
}
