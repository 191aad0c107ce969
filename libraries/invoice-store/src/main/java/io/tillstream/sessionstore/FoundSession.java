package io.tillstream.sessionstore;

import io.tillstream.model.ShopEvent;
import java.util.List;
import java.util.Optional;

/** What there is of a session that was asked for. */
public sealed interface FoundSession {

    /**
     * One session.
     *
     * @param events those that are wanted, in order
     * @param next the place after which the next page begins, if there is one
     */
    record One(SessionSummary summary, List<ShopEvent> events, Optional<EventPlace> next) implements FoundSession {}

    /**
     * Several shops have a session of that id.
     *
     * @param shops as they are asked for: empty for the events that name none
     */
    record Several(List<String> shops) implements FoundSession {}

    /** No shop that is wanted has such a session. */
    record None() implements FoundSession {}
}
