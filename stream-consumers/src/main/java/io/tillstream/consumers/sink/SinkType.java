package io.tillstream.consumers.sink;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.FeedName;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of sink, such as the lake: it has a sink of its own for each feed whose lines it takes. Every bean of this type
 * is one.
 */
@FunctionalInterface
public interface SinkType {

    /** The sink for the lines of a feed, unless it takes none of them; asked for once a feed. */
    Optional<Sink> of(Feed feed);

    /** One that takes the lines of every feed. */
    static SinkType ofEvery(Function<Feed, Sink> sink) {
        return feed -> Optional.of(sink.apply(feed));
    }

    /** One that takes the lines of this feed only. */
    static SinkType only(FeedName name, Function<Feed, Sink> sink) {
        return feed -> feed.name().equals(name) ? Optional.of(sink.apply(feed)) : Optional.empty();
    }
}
