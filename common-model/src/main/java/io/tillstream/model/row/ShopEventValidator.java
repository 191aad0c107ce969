package io.tillstream.model.row;

import static java.util.Objects.requireNonNull;

import io.tillstream.model.CategoryId;
import io.tillstream.model.EventContent;
import io.tillstream.model.EventType;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.ProductId;
import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.StoreId;
import io.tillstream.model.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of rows of shop events.
 *
 * <p>Accepts the published names in snake_case and camelCase, in any case; times with an offset, with {@code UTC} behind
 * them, or with neither, which means UTC; types of events in any case. Ids are texts: one that a spreadsheet has rounded
 * is a fault, as it is no longer the id. What counts as absent is that of {@link TransactionValidator}.
 */
public final class ShopEventValidator extends ContentValidator<EventContent> {

    public ShopEventValidator(RowSettings settings) {
        super(EventFields.ALL, EventFields.EVENT_ID, settings);
    }

    @Override
    protected @Nullable EventContent content(FieldReader reader, FieldErrors faults) {
        Instant time = reader.moment(EventFields.EVENT_TIME);
        EventType type = reader.oneOf(EventFields.EVENT_TYPE, EventType::of);
        String productId = reader.exactId(EventFields.PRODUCT_ID, ProductId.RULE);
        String categoryId = reader.exactId(EventFields.CATEGORY_ID, CategoryId.RULE);
        String categoryCode = reader.text(EventFields.CATEGORY_CODE, EventContent.CATEGORY_CODE_RULE);
        String brand = reader.text(EventFields.BRAND, EventContent.BRAND_RULE);
        BigDecimal price = reader.price(EventFields.PRICE);
        String userId = reader.exactId(EventFields.USER_ID, UserId.RULE);
        String sessionId = reader.exactId(EventFields.USER_SESSION, SessionId.RULE);
        String storeId = reader.text(EventFields.STORE_ID, StoreId.RULE);
        if (!faults.isEmpty()) {
            return null;
        }
        return new EventContent(
                requireNonNull(time),
                requireNonNull(type),
                new ProductId(requireNonNull(productId)),
                new CategoryId(requireNonNull(categoryId)),
                categoryCode,
                brand,
                requireNonNull(price),
                new UserId(requireNonNull(userId)),
                optional(sessionId, SessionId::new),
                optional(storeId, StoreId::new));
    }

    @Override
    protected @Nullable String id(FieldReader reader, Field field) {
        return reader.exactId(field, LineId.RULE);
    }

    @Override
    protected void check(EventContent content, RowBounds bounds, Instant receivedAt, FieldErrors faults) {
        bounds.checkPrice(EventFields.PRICE, content.price(), faults);
        LocalDateTime utc = LocalDateTime.ofInstant(content.time(), ZoneOffset.UTC);
        bounds.checkDate(EventFields.EVENT_TIME, utc, receivedAt, faults);
    }

    @Override
    protected FeedLine line(EventContent content, LineId id, Instant receivedAt) {
        return new ShopEvent(content, id, receivedAt);
    }
}
