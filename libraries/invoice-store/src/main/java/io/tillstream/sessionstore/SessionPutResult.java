package io.tillstream.sessionstore;

import java.util.Map;
import java.util.Optional;

/** The result of putting events and summaries together. */
sealed interface SessionPutResult {

    /** All of it is stored. */
    record Done() implements SessionPutResult {}

    /** Nothing is stored, because this is there instead of what was expected. */
    record Found(
            Map<StoredEvent.Place, Optional<StoredEvent>> events, Map<ShopSession, Optional<CountedSession>> sessions)
            implements SessionPutResult {}
}
