package io.tillstream.suite.example;

import static java.util.Objects.requireNonNull;

import io.tillstream.model.Attributes;
import io.tillstream.model.LineId;
import io.tillstream.model.ProductId;
import io.tillstream.model.StoreId;
import io.tillstream.model.row.ContentValidator;
import io.tillstream.model.row.Field;
import io.tillstream.model.row.FieldErrors;
import io.tillstream.model.row.FieldReader;
import io.tillstream.model.row.FieldShape;
import io.tillstream.model.row.FieldShape.JsonType;
import io.tillstream.model.row.RowBounds;
import io.tillstream.model.row.RowFields;
import io.tillstream.model.row.RowSettings;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a row of stock movements, and what makes lines of such rows. */
final class MovementValidator extends ContentValidator<MovementContent> {

    private static final Field TIME =
            Field.required(0, "time", "send a time such as \"2026-03-01T08:26:00Z\"", "moved_at", "movedAt");
    private static final Field SKU = Field.required(1, "sku", "send 1 to 64 characters, such as \"85123A\"")
            .shaped(FieldShape.text(64));
    private static final Field STORE = Field.optional(
                    2, "store", "send up to 64 characters, or leave it out", "store_id", "storeId")
            .shaped(FieldShape.text(64));
    private static final Field QUANTITY = Field.required(
                    3, "quantity", "send a whole number: what came, or with a minus what went")
            .shaped(FieldShape.of(JsonType.INTEGER, JsonType.STRING));
    private static final Field REASON = Field.required(4, "reason", "send up to 100 characters, such as \"delivery\"")
            .shaped(FieldShape.text(100));
    private static final Field MOVEMENT_ID = Field.optional(
                    5, "movement_id", "send up to 64 characters, or leave it out", "movementId")
            .shaped(FieldShape.text(64));

    static final RowFields FIELDS = new RowFields(
            List.of(TIME, SKU, STORE, QUANTITY, REASON, MOVEMENT_ID),
            "Pieces of an article that came into a store or went out of it. An unknown name is a fault of the row.",
            "time,sku,store,quantity,reason");

    MovementValidator(RowSettings settings) {
        super(FIELDS, MOVEMENT_ID, settings);
    }

    @Override
    protected @Nullable MovementContent content(FieldReader reader, FieldErrors faults) {
        Instant time = reader.moment(TIME);
        String sku = reader.exactId(SKU, ProductId.RULE);
        String store = reader.text(STORE, StoreId.RULE);
        Long quantity = reader.wholeNumber(QUANTITY);
        String reason = reader.text(REASON, MovementContent.REASON_RULE);
        if (!faults.isEmpty()) {
            return null;
        }
        return new MovementContent(
                requireNonNull(time),
                new ProductId(requireNonNull(sku)),
                optional(store, StoreId::new),
                requireNonNull(quantity),
                requireNonNull(reason));
    }

    @Override
    protected @Nullable String id(FieldReader reader, Field field) {
        return reader.exactId(field, LineId.RULE);
    }

    @Override
    protected void check(MovementContent content, RowBounds bounds, Instant receivedAt, FieldErrors faults) {
        bounds.checkQuantity(QUANTITY, content.quantity(), faults);
        bounds.checkDate(TIME, LocalDateTime.ofInstant(content.time(), ZoneOffset.UTC), receivedAt, faults);
    }

    @Override
    protected StockMovement line(MovementContent content, LineId id, Instant receivedAt) {
        return new StockMovement(content, id, receivedAt, Attributes.NONE);
    }
}
