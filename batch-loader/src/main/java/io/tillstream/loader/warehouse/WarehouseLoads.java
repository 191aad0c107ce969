package io.tillstream.loader.warehouse;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import io.tillstream.warehouse.load.WarehouseLoad;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What loads the objects of each feed into the warehouse. */
public final class WarehouseLoads {

    private final Map<FeedName, WarehouseLoad> byFeed;

    WarehouseLoads(Feeds feeds, Function<Feed, WarehouseLoad> loadOf) {
        this.byFeed = feeds.all().stream().collect(Collectors.toUnmodifiableMap(Feed::name, loadOf));
    }

    public WarehouseLoad of(Feed feed) {
        return Objects.requireNonNull(byFeed.get(feed.name()));
    }
}
