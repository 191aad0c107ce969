package io.tillstream.model;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a row of shop events says.
 *
 * @param time when it happened, kept to the millisecond, years 1 to 9999
 * @param categoryCode words from the widest to the narrowest, with dots between, at most 256 characters
 * @param brand at most 128 characters
 * @param price of one piece, below 10^14 in magnitude, with 2 to 4 decimals and no trailing zero beyond the second
 */
public record EventContent(
        Instant time,
        EventType type,
        ProductId productId,
        CategoryId categoryId,
        @Nullable String categoryCode,
        @Nullable String brand,
        BigDecimal price,
        UserId userId,
        @Nullable SessionId sessionId,
        @Nullable StoreId storeId)
        implements RowContent {

    public static final TextRule CATEGORY_CODE_RULE = TextRule.text(256);
    public static final TextRule BRAND_RULE = TextRule.text(128);

    public EventContent {
        time = Moments.toTheMillisecond("event_time", time);
        if (categoryCode != null) {
            CATEGORY_CODE_RULE.require("category_code", categoryCode);
        }
        if (brand != null) {
            BRAND_RULE.require("brand", brand);
        }
        if (!Money.inBounds(price)) {
            throw new IllegalArgumentException("price has more than 4 decimals or 14 digits before the point");
        }
        price = Money.canonical(price);
    }

    @Override
    public EventContent inStore(StoreId store) {
        return storeId != null
                ? this
                : new EventContent(
                        time, type, productId, categoryId, categoryCode, brand, price, userId, sessionId, store);
    }

    /** Shows what was done with which product, and no customer data. */
    @Override
    public String toString() {
        return "EventContent[" + type.text() + " " + productId + "]";
    }
}
