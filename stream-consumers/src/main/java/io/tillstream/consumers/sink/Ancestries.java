package io.tillstream.consumers.sink;

import io.tillstream.model.feed.Feed;

/** The ancestry of the shards of each feed's stream. */
@FunctionalInterface
public interface Ancestries {

    Ancestry of(Feed feed);
}
