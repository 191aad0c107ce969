package io.tillstream.sessionstore;

import io.tillstream.storecalls.StoreUnavailableException;
import java.util.List;

/**
 * Stores events together with what their sessions come to: in one transaction, so that at every moment a summary counts
 * exactly the events that are stored. An event that is there has been counted, so it is never counted again, however
 * often it comes and whoever else stores it; and nothing has to be read again to count on.
 */
final class SessionUpdates {

    /** Each round but the last has met something that another writer, or an earlier delivery, has stored. */
    private static final int MAX_ROUNDS = 500;

    private final SessionCalls calls;

    SessionUpdates(SessionCalls calls) {
        this.calls = calls;
    }

    /**
     * Adds events of different identities, at most as many with their sessions as one transaction takes.
     *
     * @return those that do not count
     */
    List<RefusedEvent> add(List<StoredEvent> events, ReplacedEvents replaced) {
        KnownSessions known = new KnownSessions(calls.summaries(
                events.stream().map(StoredEvent::session).distinct().toList()));
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<EventPut> puts = known.puts(events);
            if (puts.isEmpty()) {
                return known.refused(events);
            }
            // Kept before it is gone: whoever dies in between leaves a letter too many, and never one too few.
            puts.forEach(put -> put.otherVersion()
                    .ifPresent(
                            other -> replaced.keep(other.event(), put.stored().event())));
            switch (calls.put(puts, known.summaries(puts, calls::readEvents))) {
                case SessionPutResult.Done done -> {
                    return known.refused(events);
                }
                case SessionPutResult.Found found -> known.learn(found);
            }
        }
        throw new StoreUnavailableException("Others keep changing the session "
                + events.getFirst().session().id());
    }
}
