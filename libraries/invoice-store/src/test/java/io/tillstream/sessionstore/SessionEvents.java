package io.tillstream.sessionstore;

import io.tillstream.model.Attributes;
import io.tillstream.model.EventContent;
import io.tillstream.model.EventType;
import io.tillstream.model.SampleEvents;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.StoreId;
import io.tillstream.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** SessionEvents for tests of sessions. */
final class SessionEvents {

    static final Instant START = Instant.parse("2019-10-01T00:00:00Z");

    private SessionEvents() {}

    static String unique() {
        return UUID.randomUUID().toString();
    }

    static ShopEvent at(String session, String id, EventType type, long second, String price) {
        return SampleEvents.event(session, id, type, START.plusSeconds(second), price);
    }

    static ShopEvent by(ShopEvent event, String user) {
        EventContent said = event.content();
        EventContent content = new EventContent(
                said.time(),
                said.type(),
                said.productId(),
                said.categoryId(),
                said.categoryCode(),
                said.brand(),
                said.price(),
                new UserId(user),
                said.sessionId(),
                said.storeId());
        return event.with(content, event.attributes());
    }

    static ShopEvent ofShop(ShopEvent event, String shop) {
        return event.inStore(new StoreId(shop));
    }

    /** Received later by so much. */
    static ShopEvent later(ShopEvent event, Duration by) {
        return new ShopEvent(event.content(), event.lineId(), event.receivedAt().plus(by), event.attributes());
    }

    static ShopEvent having(ShopEvent event, Attributes attributes) {
        return event.with(event.content(), attributes);
    }
}
