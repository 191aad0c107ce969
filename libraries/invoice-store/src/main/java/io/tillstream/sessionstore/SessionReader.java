package io.tillstream.sessionstore;

import io.tillstream.model.SessionId;
import io.tillstream.model.UserId;
import java.util.Optional;

/** Looks up sessions. */
public interface SessionReader {

    /** The session of that id with those of its events that are wanted. */
    FoundSession session(SessionId id, EventSelection selection);

    /**
     * Those of the user's sessions that are wanted, newest first, or nothing when the user has none at all with the shops
     * that are. What was just added may be missing for a moment.
     */
    Optional<SessionPage> sessions(UserId user, SessionSelection selection);
}
