package io.tillstream.warehouse.load;

import io.tillstream.model.Attributes;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.RowContent;
import io.tillstream.model.StoreId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A line of a feed that only tests have: so many units came into a store's stock, or went out of it. */
record StockMovement(Movement content, LineId lineId, Instant receivedAt, Attributes attributes) implements FeedLine {

    /** What such a row says. */
    record Movement(
            @Nullable StoreId storeId,
            Instant movedAt,
            LocalDateTime countedOn,
            long quantity,
            BigDecimal weight,
            @Nullable String reason)
            implements RowContent {

        @Override
        public Movement inStore(StoreId store) {
            return storeId == null ? new Movement(store, movedAt, countedOn, quantity, weight, reason) : this;
        }
    }

    private record Key(@Nullable StoreId shop, LineId lineId) {}

    @Override
    public Object key() {
        return new Key(content.storeId(), lineId);
    }

    @Override
    public StockMovement inStore(StoreId store) {
        return with(content.inStore(store), attributes);
    }

    @Override
    public StockMovement with(RowContent said, Attributes derived) {
        return new StockMovement((Movement) said, lineId, receivedAt, derived);
    }
}
