package io.tillstream.ingest.publish;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.PerFeed;
import java.util.function.Function;

/** A publisher for each feed, with queues, threads and calls of its own: no feed waits for the stream of another. */
final class KinesisPublishers implements FeedPublishers, AutoCloseable {

    private final PerFeed<KinesisPublisher> byFeed;

    KinesisPublishers(Feeds feeds, Function<Feed, KinesisPublisher> publisher) {
        this.byFeed = new PerFeed<>(feeds, publisher);
    }

    @Override
    public LinePublisher of(Feed feed) {
        return byFeed.of(feed);
    }

    /** All take no more lines from now on; each waits for those that it has. */
    @Override
    public void close() {
        byFeed.all().forEach(KinesisPublisher::stop);
        byFeed.all().forEach(KinesisPublisher::close);
    }
}
