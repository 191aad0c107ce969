package io.tillstream.sessionstore;

import io.tillstream.model.ShopEvent;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.EventHashing;
import io.tillstream.model.identity.LineVersion;

/**
 * An event of a session as it is stored.
 *
 * @param version its place among all events of its identity; the first one counts
 */
record StoredEvent(ShopSession session, ShopEvent event, String version) {

    static StoredEvent of(ShopSession session, ShopEvent event, Digest128 digest) {
        return new StoredEvent(
                session,
                event,
                LineVersion.of(event, EventHashing.INSTANCE, digest).toString());
    }

    /** Whether it counts and the other does not. */
    boolean countsBefore(StoredEvent other) {
        return version.compareTo(other.version) < 0;
    }

    /** Whether both say the same. */
    boolean agreesWith(StoredEvent other) {
        return event.content().equals(other.event.content());
    }

    /** Where it lies: one event of each identity in each session. */
    Place place() {
        return new Place(session, event.lineId().value());
    }

    /** Shows the identity of the event, and no customer data. */
    @Override
    public String toString() {
        return "StoredEvent[" + event + "]";
    }

    /** Where an event of a session lies. */
    record Place(ShopSession session, String eventId) {}
}
