package io.tillstream.model;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shop events for tests, of this module and others: say what matters, the rest is plausible. */
public final class SampleEvents {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant SEEN = Instant.parse("2019-10-01T00:00:00Z");

    private SampleEvents() {}

    /** User 463240011 looks at a lipstick. */
    public static ShopEvent event(@Nullable String sessionId, String eventId) {
        return event(sessionId, eventId, EventType.VIEW, SEEN, "2.62");
    }

    public static ShopEvent event(
            @Nullable String sessionId, String eventId, EventType type, Instant time, String price) {
        EventContent content = new EventContent(
                time,
                type,
                new ProductId("5773203"),
                new CategoryId("1487580005134238553"),
                "cosmetics.lips.lipstick",
                "runail",
                new BigDecimal(price),
                new UserId("463240011"),
                sessionId == null ? null : new SessionId(sessionId),
                null);
        return new ShopEvent(content, new LineId(eventId), RECEIVED);
    }
}
