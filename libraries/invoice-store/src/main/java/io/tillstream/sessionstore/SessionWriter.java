package io.tillstream.sessionstore;

import io.tillstream.model.ShopEvent;
import java.util.Collection;
import java.util.List;

/**
 * Adds events to their sessions.
 *
 * <p>Adding is idempotent and commutes: events may arrive again, late, in any order and through several writers at
 * once, and every reader ends up seeing the same sessions. Of events with the same identity that say different things
 * the one counts whose {@link io.tillstream.model.identity.LineVersion} comes first.
 */
@FunctionalInterface
public interface SessionWriter {

    /**
     * Adds the events; on return all of them are stored, and counted in the summaries of their sessions. An event that
     * names no session belongs to none, and is passed over.
     *
     * @param replaced is given each stored event in whose place one of these is put
     * @return the events that do not count, as a rule none; all others are stored
     * @throws io.tillstream.storecalls.StoreUnavailableException when some may not be stored; adding all of them again
     *     is safe
     */
    List<RefusedEvent> add(Collection<ShopEvent> events, ReplacedEvents replaced);

    /** Adds the events where nobody asks for those that they replace. */
    default List<RefusedEvent> add(Collection<ShopEvent> events) {
        return add(events, ReplacedEvents.UNKEPT);
    }
}
