package io.tillstream.query.sessions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.access.Caller;
import io.tillstream.model.UserId;
import io.tillstream.query.http.CursorText;
import io.tillstream.query.http.FromStore;
import io.tillstream.query.http.NotFoundException;
import io.tillstream.query.http.Parameters;
import io.tillstream.query.http.PeriodParameter;
import io.tillstream.query.http.VisibleShops;
import io.tillstream.query.lookups.SessionLookups;
import io.tillstream.sessionstore.SessionSelection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
class UserController {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;

    private static final String ID = "The user's id";
    private static final String FROM = "First day or moment, in UTC, at which a session may have begun";
    private static final String TO = "Last day, or the moment before which the period ends, in UTC";
    private static final String LIMIT = "How many at most: 1 to 1000, 50 unless given";
    private static final String CURSOR = "The value of next on the page before";
    private static final String WHOSE = "A session is that of the user who did its first event.";
    private static final String BY_PATH =
            WHOSE + " Send an id that contains a slash, a backslash, a semicolon or a percent sign, or is . or .., as a"
                    + " parameter: /users/sessions?id=.";

    private final SessionLookups lookups;
    private final Clock clock = Clock.systemUTC();

    UserController(SessionLookups lookups) {
        this.lookups = lookups;
    }

    @Operation(summary = "A user's sessions, newest first", description = BY_PATH)
    @ApiResponse(responseCode = "200", description = "A page of them", useReturnTypeSchema = true)
    @GetMapping(path = "/users/{id}/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
    UserSessionsView sessions(
            Caller caller,
            @Parameter(description = ID, example = "463240011") @PathVariable("id") String id,
            @Parameter(description = FROM, example = "2019-10-01")
                    @RequestParam(name = "from", required = false)
                    @Nullable
                    String from,
            @Parameter(description = TO, example = "2019-10-31") @RequestParam(name = "to", required = false) @Nullable
                    String to,
            @Parameter(
                            description = LIMIT,
                            example = "50",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit,
            @Parameter(description = CURSOR) @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return sessionsOf(id, selection(caller, from, to, limit, cursor), caller);
    }

    @Operation(summary = "A user's sessions, newest first, whatever characters the id has", description = WHOSE)
    @ApiResponse(responseCode = "200", description = "A page of them", useReturnTypeSchema = true)
    @GetMapping(path = "/users/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
    UserSessionsView sessionsByParameter(
            Caller caller,
            @Parameter(description = ID, example = "acme/42", required = true)
                    @RequestParam(name = "id", required = false)
                    @Nullable
                    String id,
            @Parameter(description = FROM, example = "2019-10-01")
                    @RequestParam(name = "from", required = false)
                    @Nullable
                    String from,
            @Parameter(description = TO, example = "2019-10-31") @RequestParam(name = "to", required = false) @Nullable
                    String to,
            @Parameter(
                            description = LIMIT,
                            example = "50",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000"))
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit,
            @Parameter(description = CURSOR) @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return sessionsOf(
                Parameters.given("id", id, "the id of a user"), selection(caller, from, to, limit, cursor), caller);
    }

    private static SessionSelection selection(
            Caller caller,
            @Nullable String from,
            @Nullable String to,
            @Nullable String limit,
            @Nullable String cursor) {
        PeriodParameter period = PeriodParameter.of(from, to);
        return new SessionSelection(
                VisibleShops.of(caller),
                moment(period.from()),
                moment(period.to()),
                CursorText.place(cursor, SessionCursors::sessionPlace).orElse(null),
                Parameters.limit(limit, PAGE, LARGEST_PAGE));
    }

    private static @Nullable Instant moment(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private UserSessionsView sessionsOf(String id, SessionSelection selection, Caller caller) {
        UserSessionsView page = userId(id)
                .flatMap(user -> lookups.sessions(user, selection))
                .map(some -> UserSessionsView.of(some, clock.instant()))
                .orElseThrow(() -> NotFoundException.of("user", id));
        caller.noteRows(page.sessions().size());
        return page;
    }

    /** What cannot be a user's id is not the id of any user. */
    private static Optional<UserId> userId(String id) {
        try {
            return Optional.of(new UserId(id));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }
}
