package io.tillstream.sessionstore;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The place of a session among those of its user: as a text that sorts by the session's first moment.
 *
 * @param text different for any two sessions
 */
public record SessionPlace(String text) {

    /** To the millisecond, as events are. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** No event is of a later one. It sorts after all moments, which begin with a digit. */
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private static final String AFTER_ALL = "~";
    private static final char END = '#';

    static SessionPlace of(SessionSummary summary) {
        ShopSession session = summary.session();
        return new SessionPlace(textOf(summary.start()) + END + session.id() + SessionKeys.partOf(session.shop()));
    }

    /** Sorts before all sessions that began at that moment, and after all that began earlier. */
    static String textOf(Instant moment) {
        return moment.isBefore(YEAR_10000) ? MOMENT.format(moment) : AFTER_ALL;
    }
}
