package io.tillstream.ingest.publish;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A publisher for each feed, with queues, threads and calls of its own: no feed waits for the stream of another. */
final class KinesisPublishers implements FeedPublishers, AutoCloseable {

    private final Map<FeedName, KinesisPublisher> byFeed;

    KinesisPublishers(Feeds feeds, Function<Feed, KinesisPublisher> publisher) {
        this.byFeed = feeds.all().stream().collect(Collectors.toUnmodifiableMap(Feed::name, publisher));
    }

    @Override
    public LinePublisher of(Feed feed) {
        KinesisPublisher publisher = byFeed.get(feed.name());
        if (publisher == null) {
            throw new IllegalArgumentException("The feed " + feed.name() + " is not run");
        }
        return publisher;
    }

    /** All take no more lines from now on; each waits for those that it has. */
    @Override
    public void close() {
        byFeed.values().forEach(KinesisPublisher::stop);
        byFeed.values().forEach(KinesisPublisher::close);
    }
}
