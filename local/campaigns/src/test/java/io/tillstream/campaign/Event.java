package io.tillstream.campaign;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of the feed of shop events.
 *
 * @param time in UTC, to the millisecond, as {@code 2019-10-01T00:00:00.000Z}
 */
record Event(
        Key key,
        String time,
        String type,
        String productId,
        String categoryId,
        @Nullable String categoryCode,
        @Nullable String brand,
        BigDecimal price,
        String userId,
        @Nullable String sessionId)
        implements Row {

    /** What tells events apart. */
    record Key(@Nullable String storeId, String eventId) {}

    Event {
        price = price.stripTrailingZeros();
    }

    @Override
    public String partitionKey() {
        return sessionId == null ? userId : sessionId;
    }

    @Override
    public Event identifiedBy(String id) {
        return new Event(
                new Key(key.storeId(), id),
                time,
                type,
                productId,
                categoryId,
                categoryCode,
                brand,
                price,
                userId,
                sessionId);
    }

    @Override
    public ObjectNode request(boolean withIdentity) {
        return EventJson.request(this, withIdentity);
    }

    @Override
    public ObjectNode wire() {
        return EventJson.wire(this);
    }

    @Override
    public List<Object> derived() {
        return List.of();
    }
}
