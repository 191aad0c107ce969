package io.tillstream.sessionstore;

import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.StoreId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One visit to one shop.
 *
 * @param shop whose it is; none for events that name no shop
 */
public record ShopSession(SessionId id, @Nullable StoreId shop) {

    /** The session of an event, if it belongs to one. */
    static Optional<ShopSession> of(ShopEvent event) {
        return event.sessionId().map(id -> new ShopSession(id, event.content().storeId()));
    }
}
