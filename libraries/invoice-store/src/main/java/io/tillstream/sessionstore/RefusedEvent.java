package io.tillstream.sessionstore;

import io.tillstream.model.ShopEvent;

/**
 * An event that does not count, however often it is tried.
 *
 * @param reason what the store says; it may quote the event
 */
public record RefusedEvent(ShopEvent event, String reason) {

    /** What is said of an event that does not count because another of its identity does. */
    public static final String OTHER_VERSION_REASON =
            "other_version: another event of the same identity says something else, and counts";

    static RefusedEvent otherVersion(StoredEvent stored) {
        return new RefusedEvent(stored.event(), OTHER_VERSION_REASON);
    }

    boolean isOtherVersion() {
        return reason.equals(OTHER_VERSION_REASON);
    }

    /** Shows the identity of the event, and no customer data. */
    @Override
    public String toString() {
        return "RefusedEvent[" + event + "]";
    }
}
