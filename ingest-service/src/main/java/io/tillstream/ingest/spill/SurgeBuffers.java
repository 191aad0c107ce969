package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.FeedPublishers;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.PerFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A surge buffer before the stream of each feed: what waits for one stream keeps no other feed waiting. */
final class SurgeBuffers implements FeedPublishers, AutoCloseable {

    private final List<FeedBuffer> opened = new ArrayList<>();
    private final PerFeed<FeedBuffer> byFeed;

    SurgeBuffers(Feeds feeds, Function<Feed, FeedBuffer> open) {
        try {
            this.byFeed = new PerFeed<>(feeds, feed -> {
                FeedBuffer buffer = open.apply(feed);
                opened.add(buffer);
                return buffer;
            });
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public SurgeBuffer of(Feed feed) {
        return byFeed.of(feed).buffer();
    }

    @Override
    public void close() {
        opened.forEach(FeedBuffer::close);
    }
}
