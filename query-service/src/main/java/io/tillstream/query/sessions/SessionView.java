package io.tillstream.query.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.model.EventContent;
import io.tillstream.model.ShopEvent;
import io.tillstream.query.http.CursorText;
import io.tillstream.query.http.ShownAttributes;
import io.tillstream.sessionstore.FoundSession;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session with its events, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
        SessionFigures summary,

        @Schema(description = "By time") List<Event> events,

        @Schema(
                description = "The cursor of the next page of events; absent on the last",
                example = "MjAxOS0xMC0wMVQwMDowNToxMlp8MQ")
        @Nullable
        String next) {

    static SessionView of(FoundSession.One found, Instant now) {
        return new SessionView(
                SessionFigures.of(found.summary(), now),
                found.events().stream().map(Event::of).toList(),
                found.next().map(SessionCursors::textOf).map(CursorText::of).orElse(null));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SessionEvent")
    record Event(
            @Schema(example = "1b2c9d4e-1") String eventId,
            @Schema(example = "2019-10-01T00:00:00Z") Instant time,

            @Schema(
                    example = "view",
                    allowableValues = {"view", "cart", "remove_from_cart", "purchase"})
            String type,

            @Schema(example = "5773203") String productId,
            @Schema(example = "1487580005134238553") String categoryId,

            @Schema(example = "cosmetics.lips.lipstick") @Nullable
            String categoryCode,

            @Schema(example = "runail") @Nullable String brand,
            @Schema(example = "2.62") BigDecimal price,
            @Schema(example = "463240011") String userId,

            @Schema(
                    description = "Fields that rules derived from the event: texts, exact numbers, booleans",
                    example = "{\"channel\": \"app\"}")
            @Nullable
            Map<String, Object> attributes) {

        private static Event of(ShopEvent event) {
            EventContent said = event.content();
            return new Event(
                    event.lineId().value(),
                    said.time(),
                    said.type().text(),
                    said.productId().value(),
                    said.categoryId().value(),
                    said.categoryCode(),
                    said.brand(),
                    said.price(),
                    said.userId().value(),
                    ShownAttributes.of(event.attributes()));
        }
    }
}
