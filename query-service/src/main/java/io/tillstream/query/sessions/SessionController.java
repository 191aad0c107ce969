package io.tillstream.query.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.access.Caller;
import io.tillstream.model.SessionId;
import io.tillstream.query.http.CursorText;
import io.tillstream.query.http.FromStore;
import io.tillstream.query.http.NotFoundException;
import io.tillstream.query.http.Parameters;
import io.tillstream.query.http.SeveralShopsException;
import io.tillstream.query.http.VisibleShops;
import io.tillstream.query.lookups.SessionLookups;
import io.tillstream.sessionstore.EventPlace;
import io.tillstream.sessionstore.EventSelection;
import io.tillstream.sessionstore.FoundSession;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@FromStore
@Tag(name = "Sessions")
class SessionController {

    private final SessionLookups lookups;
    private final Clock clock = Clock.systemUTC();

    SessionController(SessionLookups lookups) {
        this.lookups = lookups;
    }

    @Operation(
            summary = "A visitor's session with its events",
            description =
                    "What all events stored so far come to, and the events by time. If there are more than the limit,"
                            + " next is the cursor of the next page. If several shops have a session of that id, the answer is a"
                            + " conflict that names the shops.")
    @ApiResponse(responseCode = "200", description = "The session", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "Several shops have a session of that id",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @GetMapping(path = "/sessions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    SessionView session(
            Caller caller,
            @Parameter(description = "Its id", example = "26dd6e6e-4dac-4778-8d2c-92e149dab885") @PathVariable("id")
                    String id,
            @Parameter(description = "Whose session; empty for events that name no shop", example = "acme")
                    @RequestParam(name = "store", required = false)
                    @Nullable
                    String store,
            @Parameter(
                            description = "How many events at most: 1 to 1000, 1000 unless given",
                            example = "100",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit,
            @Parameter(description = "The value of next on the page before")
                    @RequestParam(name = "cursor", required = false)
                    @Nullable
                    String cursor) {
        int events = Parameters.limit(limit, EventSelection.MOST, EventSelection.MOST);
        @Nullable
        EventPlace after = CursorText.place(cursor, SessionCursors::eventPlace).orElse(null);
        FoundSession found = sessionId(id)
                .flatMap(session -> VisibleShops.asked(caller, store)
                        .map(shops -> lookups.session(session, new EventSelection(shops, after, events))))
                .orElseThrow(() -> NotFoundException.of("session", id));
        return switch (found) {
            case FoundSession.One one -> view(one, caller);
            case FoundSession.Several several -> throw new SeveralShopsException("a session", id, several.shops());
            case FoundSession.None none -> throw NotFoundException.of("session", id);
        };
    }

    private SessionView view(FoundSession.One found, Caller caller) {
        caller.noteRows(found.events().size());
        return SessionView.of(found, clock.instant());
    }

    /** What cannot be a session's id is not the id of any session. */
    private static Optional<SessionId> sessionId(String id) {
        try {
            return Optional.of(new SessionId(id));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }
}
