package io.tillstream.loader.importing;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedName;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What loads the files of each feed. */
final class FeedImports {

    private final Map<FeedName, FileImport> byFeed;

    FeedImports(Feeds feeds, Function<Feed, FileImport> importOf) {
        this.byFeed = feeds.all().stream().collect(Collectors.toUnmodifiableMap(Feed::name, importOf));
    }

    FileImport of(Feed feed) {
        return Objects.requireNonNull(byFeed.get(feed.name()));
    }
}
