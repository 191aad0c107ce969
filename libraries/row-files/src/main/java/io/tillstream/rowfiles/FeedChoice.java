package io.tillstream.rowfiles;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import java.util.List;

/** Finds the feed that the rows of a file are of, by the names of their fields. */
final class FeedChoice {

    private FeedChoice() {}

    /** The one that these names fit; else, to say what is wrong with them, the first of which most of them are fields. */
    static Feed of(List<String> names, Feeds feeds) {
        return feeds.ofHeader(names).orElseGet(() -> closest(names, feeds));
    }

    private static Feed closest(List<String> names, Feeds feeds) {
        Feed closest = feeds.all().getFirst();
        for (Feed feed : feeds.all()) {
            closest = known(names, feed) > known(names, closest) ? feed : closest;
        }
        return closest;
    }

    private static long known(List<String> names, Feed feed) {
        return names.stream().filter(feed.fields()::isField).count();
    }
}
