package io.tillstream.query.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.query.http.CursorText;
import io.tillstream.sessionstore.SessionPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a user's sessions, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserSessionsView(
        List<SessionFigures> sessions,

        @Schema(
                description = "The cursor of the next page; absent on the last",
                example = "c3wyMDE5LTEwLTAxVDAwOjAwOjAwLjAwMFojMQ")
        @Nullable
        String next) {

    static UserSessionsView of(SessionPage page, Instant now) {
        return new UserSessionsView(
                page.sessions().stream()
                        .map(session -> SessionFigures.of(session, now))
                        .toList(),
                page.next().map(SessionCursors::textOf).map(CursorText::of).orElse(null));
    }
}
