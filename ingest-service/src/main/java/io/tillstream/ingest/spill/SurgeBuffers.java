package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.FeedPublishers;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A surge buffer before the stream of each feed: what waits for one stream keeps no other feed waiting. */
final class SurgeBuffers implements FeedPublishers, AutoCloseable {

    private final Map<FeedName, FeedBuffer> byFeed = new LinkedHashMap<>();

    SurgeBuffers(Feeds feeds, Function<Feed, FeedBuffer> open) {
        try {
            feeds.all().forEach(feed -> byFeed.put(feed.name(), open.apply(feed)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public SurgeBuffer of(Feed feed) {
        FeedBuffer found = byFeed.get(feed.name());
        if (found == null) {
            throw new IllegalArgumentException("The feed " + feed.name() + " is not run");
        }
        return found.buffer();
    }

    @Override
    public void close() {
        byFeed.values().forEach(FeedBuffer::close);
    }
}
