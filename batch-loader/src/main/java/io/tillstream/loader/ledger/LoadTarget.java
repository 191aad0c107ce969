package io.tillstream.loader.ledger;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.FeedName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where a file is loaded to. */
public enum LoadTarget {
    /** The raw lake on S3. */
    LAKE,
    /** The look-ups of invoices and customers. */
    INVOICES,
    /** The look-ups of sessions. */
    SESSIONS,
    WAREHOUSE;

    private static final FeedName TRANSACTIONS = FeedLayout.TRANSACTIONS.name();
    private static final FeedName EVENTS = new ShopEventFeed().name();

    public static final Set<LoadTarget> ALL = Collections.unmodifiableSet(EnumSet.allOf(LoadTarget.class));

    /** Where lines of this feed go. */
    public static Set<LoadTarget> of(Feed feed) {
        Set<LoadTarget> all = EnumSet.of(LAKE, WAREHOUSE);
        lookupOf(feed).ifPresent(all::add);
        return Collections.unmodifiableSet(all);
    }

    /** The look-ups that lines of this feed go to, if there are any. */
    public static Optional<LoadTarget> lookupOf(Feed feed) {
        if (feed.name().equals(TRANSACTIONS)) {
            return Optional.of(INVOICES);
        }
        return feed.name().equals(EVENTS) ? Optional.of(SESSIONS) : Optional.empty();
    }
}
