package io.tillstream.suite.example;

import io.tillstream.model.Moments;
import io.tillstream.model.ProductId;
import io.tillstream.model.RowContent;
import io.tillstream.model.StoreId;
import io.tillstream.model.TextRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a row of stock movements says.
 *
 * @param quantity how many pieces came; below 0 how many went
 */
record MovementContent(
        Instant time, ProductId sku, @Nullable StoreId storeId, long quantity, String reason) implements RowContent {

    static final TextRule REASON_RULE = TextRule.text(100);

    MovementContent {
        time = Moments.toTheMillisecond("time", time);
        REASON_RULE.require("reason", reason);
    }

    @Override
    public MovementContent inStore(StoreId store) {
        return storeId != null ? this : new MovementContent(time, sku, store, quantity, reason);
    }
}
