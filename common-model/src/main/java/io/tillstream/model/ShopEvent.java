package io.tillstream.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One event of a web shop: what a visitor did with a product. What {@link #content()} says is canonical, so events that
 * say the same are equal.
 *
 * @param content what the row said
 * @param lineId the id of the event
 * @param receivedAt when the pipeline took it over, to the millisecond, years 1 to 9999
 * @param attributes what was derived from it on the way; no part of its identity
 */
public record ShopEvent(EventContent content, LineId lineId, Instant receivedAt, Attributes attributes)
        implements FeedLine {

    public ShopEvent {
        receivedAt = Moments.toTheMillisecond("receivedAt", receivedAt);
    }

    /** An event from which nothing was derived. */
    public ShopEvent(EventContent content, LineId lineId, Instant receivedAt) {
        this(content, lineId, receivedAt, Attributes.NONE);
    }

    @Override
    public EventKey key() {
        return new EventKey(content.storeId(), lineId);
    }

    @Override
    public ShopEvent inStore(StoreId store) {
        return content.storeId() != null ? this : with(content.inStore(store), attributes);
    }

    @Override
    public ShopEvent with(RowContent said, Attributes derived) {
        return new ShopEvent((EventContent) said, lineId, receivedAt, derived);
    }

    public Optional<String> categoryCode() {
        return Optional.ofNullable(content.categoryCode());
    }

    public Optional<String> brand() {
        return Optional.ofNullable(content.brand());
    }

    public Optional<SessionId> sessionId() {
        return Optional.ofNullable(content.sessionId());
    }

    public Optional<StoreId> storeId() {
        return Optional.ofNullable(content.storeId());
    }

    /** Shows the identity of the event, and no customer data. */
    @Override
    public String toString() {
        return "ShopEvent[" + lineId + "]";
    }
}
