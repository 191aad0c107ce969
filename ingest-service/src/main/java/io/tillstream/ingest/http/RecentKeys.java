package io.tillstream.ingest.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tillstream.access.Caller;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.identity.Digest128;

/**
 * Remembers which rows came recently under which key. This tells a request that is sent again from another one under
 * the same key, whose lines would take the places of the first. It is the memory of one instance: what it does not know
 * is settled by the stores, which keep the first line of an identity.
 */
final class RecentKeys {

    /** Some 20 MB. */
    private static final int REMEMBERED = 100_000;

    private final Cache<Digest128.Hash, Digest128.Hash> rows =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Whether the rows are the same as those that came under the caller's key for the feed, or the first as far as is known. */
    boolean areTheSame(Feed feed, Caller caller, String key, Digest128.Hash digestOfRows) {
        Digest128.Hash name = new Digest128()
                .add(feed.name().value())
                .add(caller.name())
                .add(key)
                .finish();
        Digest128.Hash before = rows.asMap().putIfAbsent(name, digestOfRows);
        return before == null || before.equals(digestOfRows);
    }
}
