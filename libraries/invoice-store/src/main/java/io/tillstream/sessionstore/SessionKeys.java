package io.tillstream.sessionstore;

import io.tillstream.model.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * Where the items of the table Sessions lie. All of one session id lie together, the summary of each shop's session as
 * {@code summary@shop}, its events as {@code event@shop#eventId}; without {@code @shop} those that name no shop. A
 * {@code #} within a shop is written as {@code %23}, {@code %} as {@code %25}: no two sessions share a key.
 */
final class SessionKeys {

    /** The partition key, and the sort key. */
    static final String SESSION = "session";

    static final String PLACE = "place";

    static final String SUMMARIES = "summary";

    private static final String EVENTS = "event";

    private SessionKeys() {}

    static String ofSummary(@Nullable StoreId shop) {
        return SUMMARIES + partOf(shop);
    }

    /** What the sort keys of all events of a shop begin with. */
    static String eventsOf(@Nullable StoreId shop) {
        return EVENTS + partOf(shop) + "#";
    }

    static String ofEvent(StoredEvent stored) {
        return eventsOf(stored.session().shop()) + stored.event().lineId().value();
    }

    static String partOf(@Nullable StoreId shop) {
        return shop == null ? "" : "@" + shop.value().replace("%", "%25").replace("#", "%23");
    }
}
