package io.tillstream.query.lookups;

import io.tillstream.model.SessionId;
import io.tillstream.model.UserId;
import io.tillstream.query.deadline.WatchedStore;
import io.tillstream.query.http.SessionsUnavailableException;
import io.tillstream.sessionstore.EventSelection;
import io.tillstream.sessionstore.FoundSession;
import io.tillstream.sessionstore.SessionPage;
import io.tillstream.sessionstore.SessionReader;
import io.tillstream.sessionstore.SessionSelection;
import io.tillstream.storecalls.StoreUnavailableException;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks up sessions within the deadline of their store. */
public final class SessionLookups {

    private final SessionReader reader;
    private final WatchedStore store;

    SessionLookups(SessionReader reader, WatchedStore store) {
        this.reader = reader;
        this.store = store;
    }

    /** The session of that id with those of its events that are wanted. */
    public FoundSession session(SessionId id, EventSelection selection) {
        return ask(() -> reader.session(id, selection));
    }

    /** The user's sessions that are wanted, newest first, or nothing when there are none at all. */
    public Optional<SessionPage> sessions(UserId user, SessionSelection selection) {
        return ask(() -> reader.sessions(user, selection));
    }

    private <A> A ask(Supplier<A> question) {
        try {
            return store.ask(question);
        } catch (StoreUnavailableException out) {
            throw new SessionsUnavailableException(out);
        }
    }
}
