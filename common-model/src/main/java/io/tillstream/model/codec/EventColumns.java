package io.tillstream.model.codec;

import io.tillstream.model.CategoryId;
import io.tillstream.model.EventContent;
import io.tillstream.model.EventType;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.ProductId;
import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.StoreId;
import io.tillstream.model.TextRule;
import io.tillstream.model.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shop event is made of, and its forms. */
public final class EventColumns {

    private static final int VERSION = 1;

    /** The columns of {@code shop_event}. */
    public static final LineTable TABLE = new LineTable(
            "shop_event",
            List.of(
                    LineColumn.text(
                            "event_id", LineId.RULE, line -> line.lineId().value()),
                    new LineColumn.Moment("event_time", line -> of(line).time()),
                    LineColumn.text(
                            "event_type",
                            TextRule.name(16),
                            line -> of(line).type().text()),
                    LineColumn.text(
                            "product_id",
                            ProductId.RULE,
                            line -> of(line).productId().value()),
                    LineColumn.text(
                            "category_id",
                            CategoryId.RULE,
                            line -> of(line).categoryId().value()),
                    LineColumn.optionalText(
                            "category_code", EventContent.CATEGORY_CODE_RULE, line -> of(line).categoryCode()),
                    LineColumn.optionalText("brand", EventContent.BRAND_RULE, line -> of(line).brand()),
                    new LineColumn.Decimal("price", 18, 4, line -> of(line).price()),
                    LineColumn.text(
                            "user_id", UserId.RULE, line -> of(line).userId().value()),
                    LineColumn.optionalText("session_id", SessionId.RULE, line -> textOf(of(line).sessionId())),
                    LineColumn.optionalText("store_id", StoreId.RULE, line -> textOf(of(line).storeId()))),
            List.of("event_id", "store_id"),
            List.of(
                    "event_time",
                    "event_type",
                    "product_id",
                    "category_id",
                    "category_code",
                    "brand",
                    "price",
                    "user_id",
                    "session_id"),
            "event_time",
            null);

    /** In the stream and in the lake. */
    public static final LineForm WIRE =
            LineForm.wire(TABLE, VERSION, LineParser.of(TABLE, VERSION, EventColumns::event));

    /** What the warehouse loads. */
    public static final LineForm WAREHOUSE = LineForm.warehouse(TABLE, LineParser.of(TABLE, EventColumns::event));

    private EventColumns() {}

    private static ShopEvent event(LineValues values) {
        String sessionId = values.optionalText("session_id");
        String storeId = values.optionalText("store_id");
        EventContent content = new EventContent(
                values.moment("event_time"),
                type(values.text("event_type")),
                new ProductId(values.text("product_id")),
                new CategoryId(values.text("category_id")),
                values.optionalText("category_code"),
                values.optionalText("brand"),
                values.decimal("price"),
                new UserId(values.text("user_id")),
                sessionId == null ? null : new SessionId(sessionId),
                storeId == null ? null : new StoreId(storeId));
        return new ShopEvent(content, new LineId(values.text("event_id")), values.receivedAt(), values.attributes());
    }

    private static EventType type(String written) {
        return EventType.of(written).orElseThrow(() -> new IllegalArgumentException("event_type is not a known one"));
    }

    private static EventContent of(FeedLine line) {
        return (EventContent) line.content();
    }

    private static @Nullable String textOf(@Nullable SessionId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String textOf(@Nullable StoreId id) {
        return id == null ? null : id.value();
    }
}
