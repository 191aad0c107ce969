package io.tillstream.model.feed;

import io.tillstream.model.layout.FeedName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What a program has once for each feed that it runs, in the order of the feeds. */
public final class PerFeed<T> {

    private final Map<FeedName, T> byFeed = new LinkedHashMap<>();

    /** Made for each feed by the function. */
    public PerFeed(Feeds feeds, Function<Feed, ? extends T> make) {
        feeds.all().forEach(feed -> byFeed.put(feed.name(), make.apply(feed)));
    }

    /** That of a feed that is run. */
    public T of(Feed feed) {
        T found = byFeed.get(feed.name());
        if (found == null) {
            throw new IllegalArgumentException("The feed " + feed.name() + " is not run");
        }
        return found;
    }

    public void forEach(BiConsumer<? super FeedName, ? super T> action) {
        byFeed.forEach(action);
    }

    public Collection<T> all() {
        return byFeed.values();
    }
}
