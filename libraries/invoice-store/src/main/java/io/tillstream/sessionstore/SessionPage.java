package io.tillstream.sessionstore;

import java.util.List;
import java.util.Optional;

/**
 * Some of a user's sessions, newest first.
 *
 * @param next the place after which the next page begins, if there is one
 */
public record SessionPage(List<SessionSummary> sessions, Optional<SessionPlace> next) {

    /** Of sessions in order, of which there is one more than a page may hold if there are any more. */
    static SessionPage of(List<SessionSummary> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new SessionPage(oneMore, Optional.empty());
        }
        List<SessionSummary> page = oneMore.subList(0, limit);
        return new SessionPage(page, Optional.of(SessionPlace.of(page.getLast())));
    }
}
