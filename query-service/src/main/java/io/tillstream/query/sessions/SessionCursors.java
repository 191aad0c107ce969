package io.tillstream.query.sessions;

import io.tillstream.model.LineId;
import io.tillstream.sessionstore.EventPlace;
import io.tillstream.sessionstore.SessionPlace;
import java.time.Instant;

/** Places where pages ended, as texts. */
final class SessionCursors {

    private static final char SEPARATOR = '|';
    private static final String OF_USER = "s|";

    /** A moment, a session and a shop are shorter; a key of DynamoDB may not be as long as a caller likes. */
    private static final int LONGEST = 400;

    private SessionCursors() {}

    static String textOf(EventPlace place) {
        return place.time().toString() + SEPARATOR + place.eventId().value();
    }

    static EventPlace eventPlace(String text) {
        int end = text.indexOf(SEPARATOR);
        if (end < 0) {
            throw new IllegalArgumentException("No place of an event");
        }
        return new EventPlace(Instant.parse(text.substring(0, end)), new LineId(text.substring(end + 1)));
    }

    static String textOf(SessionPlace place) {
        return OF_USER + place.text();
    }

    static SessionPlace sessionPlace(String text) {
        if (!text.startsWith(OF_USER) || text.length() > LONGEST) {
            throw new IllegalArgumentException("No place of a session");
        }
        return new SessionPlace(text.substring(OF_USER.length()));
    }
}
