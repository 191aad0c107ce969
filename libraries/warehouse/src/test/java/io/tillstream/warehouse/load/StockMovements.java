package io.tillstream.warehouse.load;

import io.tillstream.model.Attributes;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.RowContent;
import io.tillstream.model.StoreId;
import io.tillstream.model.TextRule;
import io.tillstream.model.codec.LineColumn;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.LineParser;
import io.tillstream.model.codec.LineTable;
import io.tillstream.model.codec.LineValues;
import io.tillstream.model.identity.Digest128;
import io.tillstream.warehouse.load.StockMovement.Movement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The feed of stock movements: a column of each kind, texts that may be missing in its key and beside it, no voids. */
final class StockMovements {

    static final LineTable TABLE = new LineTable(
            "stock_movement",
            List.of(
                    new LineColumn.Text(
                            "movement_id",
                            TextRule.text(16),
                            true,
                            line -> line.lineId().value()),
                    new LineColumn.Text("store_id", StoreId.RULE, false, line -> textOf(of(line).storeId())),
                    new LineColumn.Moment("moved_at", line -> of(line).movedAt()),
                    new LineColumn.LocalTime("counted_on", line -> of(line).countedOn()),
                    new LineColumn.Whole("quantity", line -> of(line).quantity()),
                    new LineColumn.Decimal("weight", 12, 3, line -> of(line).weight()),
                    new LineColumn.Text("reason", TextRule.text(100), false, line -> of(line).reason())),
            List.of("movement_id", "store_id"),
            List.of("quantity", "reason"),
            "moved_at",
            null);

    static final FeedTable FEED = new FeedTable(
            TABLE,
            "stock_movement_turn",
            LineForm.warehouse(TABLE, LineParser.of(TABLE, StockMovements::line)),
            LineForm.wire(TABLE, 1, LineParser.of(TABLE, 1, StockMovements::line)),
            StockMovements::hash);

    private StockMovements() {}

    static StockMovement movement(
            String id, @Nullable String store, long quantity, @Nullable String reason, Instant at) {
        Movement said = new Movement(
                store == null ? null : new StoreId(store),
                Instant.parse("2026-02-28T23:59:59.987Z"),
                LocalDateTime.parse("2026-03-01T00:00:01"),
                quantity,
                new BigDecimal("12.125"),
                reason);
        return new StockMovement(said, new LineId(id), at, Attributes.NONE);
    }

    private static Digest128 hash(RowContent content, @Nullable StoreId shop, Digest128 digest) {
        Movement said = (Movement) content;
        return digest.add(said.quantity()).add(said.reason()).add(textOf(shop));
    }

    private static Movement of(FeedLine line) {
        return ((StockMovement) line).content();
    }

    private static @Nullable String textOf(@Nullable StoreId store) {
        return store == null ? null : store.value();
    }

    private static StockMovement line(LineValues values) {
        String store = values.optionalText("store_id");
        Movement said = new Movement(
                store == null ? null : new StoreId(store),
                values.moment("moved_at"),
                values.localTime("counted_on"),
                values.whole("quantity"),
                values.decimal("weight"),
                values.optionalText("reason"));
        return new StockMovement(
                said, new LineId(values.text("movement_id")), values.receivedAt(), values.attributes());
    }
}
