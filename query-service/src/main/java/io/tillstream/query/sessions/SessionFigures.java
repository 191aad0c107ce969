package io.tillstream.query.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.model.StoreId;
import io.tillstream.sessionstore.SessionSummary;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a session comes to, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionFigures(
        @Schema(example = "26dd6e6e-4dac-4778-8d2c-92e149dab885")
        String session,

        @Schema(description = "Whose session it is; absent for events that name no shop", example = "acme") @Nullable
        String storeId,

        @Schema(description = "Who did the first event", example = "463240011")
        String userId,

        @Schema(example = "2019-10-01T00:00:00Z") Instant first,
        @Schema(example = "2019-10-01T00:05:12Z") Instant last,
        @Schema(example = "9") long events,
        @Schema(example = "6") long views,
        @Schema(example = "2") long carts,
        @Schema(example = "0") long removals,
        @Schema(example = "1") long purchases,

        @Schema(description = "What was paid; each purchase is of one piece", example = "2.62")
        BigDecimal value,

        @Schema(description = "Whether anything was bought") boolean converted,

        @Schema(
                description = "Whether something was put into the cart, nothing was bought, and the last event was more"
                        + " than half an hour before this answer")
        boolean abandoned) {

    static SessionFigures of(SessionSummary summary, Instant now) {
        StoreId shop = summary.session().shop();
        return new SessionFigures(
                summary.session().id().value(),
                shop == null ? null : shop.value(),
                summary.user().value(),
                summary.start(),
                summary.last(),
                summary.events(),
                summary.views(),
                summary.carts(),
                summary.removals(),
                summary.purchases(),
                summary.value(),
                summary.converted(),
                summary.abandoned(now));
    }
}
