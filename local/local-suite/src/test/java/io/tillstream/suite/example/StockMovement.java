package io.tillstream.suite.example;

import io.tillstream.model.Attributes;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.Moments;
import io.tillstream.model.RowContent;
import io.tillstream.model.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pieces of an article that came into a store or went out of it. */
record StockMovement(MovementContent content, LineId lineId, Instant receivedAt, Attributes attributes)
        implements FeedLine {

    /** The identity of a movement: its id, within its store. */
    record Key(@Nullable StoreId store, LineId movementId) {}

    StockMovement {
        receivedAt = Moments.toTheMillisecond("receivedAt", receivedAt);
    }

    @Override
    public Key key() {
        return new Key(content.storeId(), lineId);
    }

    @Override
    public StockMovement inStore(StoreId store) {
        return with(content.inStore(store), attributes);
    }

    @Override
    public StockMovement with(RowContent said, Attributes derived) {
        return new StockMovement((MovementContent) said, lineId, receivedAt, derived);
    }
}
