package io.tillstream.ingest.accept;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A reader of bodies for each feed. They share the bounds of what is read and held at a time. */
public final class RequestReaders {

    private final Map<FeedName, RequestReader> byFeed;

    RequestReaders(Feeds feeds, Function<Feed, RequestReader> reader) {
        this.byFeed = feeds.all().stream().collect(Collectors.toUnmodifiableMap(Feed::name, reader));
    }

    /** That of a feed that this service runs. */
    public RequestReader of(Feed feed) {
        RequestReader reader = byFeed.get(feed.name());
        if (reader == null) {
            throw new IllegalArgumentException("The feed " + feed.name() + " is not run");
        }
        return reader;
    }
}
