package io.tillstream.ingest.publish;

import io.tillstream.model.feed.Feed;

/** Puts the lines of each feed into its stream. */
@FunctionalInterface
public interface FeedPublishers {

    /** What publishes the lines of a feed that this service runs: the same at every call. */
    LinePublisher of(Feed feed);
}
