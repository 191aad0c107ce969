package io.tillstream.suite.example;

import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.ProductId;
import io.tillstream.model.RowContent;
import io.tillstream.model.StoreId;
import io.tillstream.model.codec.LineColumn;
import io.tillstream.model.codec.LineForm;
import io.tillstream.model.codec.LineParser;
import io.tillstream.model.codec.LineTable;
import io.tillstream.model.codec.LineValues;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Figure;
import io.tillstream.model.feed.HideableText;
import io.tillstream.model.identity.ContentHashing;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.FeedName;
import io.tillstream.model.row.RowFields;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came into stores and went out of them. The movements of an article go to one shard. */
public final class StockMovementFeed implements Feed {

    private static final FeedLayout LAYOUT = FeedLayout.of(new FeedName("stock-movements"));

    private static final LineTable TABLE = new LineTable(
            "stock_movement",
            List.of(
                    LineColumn.text(
                            "movement_id", LineId.RULE, line -> line.lineId().value()),
                    new LineColumn.Moment("moved_at", line -> of(line).time()),
                    LineColumn.text(
                            "sku", ProductId.RULE, line -> of(line).sku().value()),
                    new LineColumn.Whole("quantity", line -> of(line).quantity()),
                    LineColumn.text("reason", MovementContent.REASON_RULE, line -> of(line).reason()),
                    LineColumn.optionalText("store_id", StoreId.RULE, line -> textOf(of(line).storeId()))),
            List.of("movement_id", "store_id"),
            List.of("moved_at", "sku", "quantity", "reason"),
            "moved_at",
            null);

    private static final LineForm WIRE = LineForm.wire(TABLE, 1, LineParser.of(TABLE, 1, StockMovementFeed::movement));
    private static final LineForm WAREHOUSE =
            LineForm.warehouse(TABLE, LineParser.of(TABLE, StockMovementFeed::movement));

    private static final List<Figure> FIGURES = List.of(
            new Figure.Distinct("articles", line -> of(line).sku().value()),
            new Figure.Total("pieces", line -> of(line).quantity()));

    @Override
    public FeedLayout layout() {
        return LAYOUT;
    }

    @Override
    public RowFields fields() {
        return MovementValidator.FIELDS;
    }

    @Override
    public RowValidator validator(RowSettings settings) {
        return new MovementValidator(settings);
    }

    @Override
    public ContentHashing hashing() {
        return StockMovementFeed::addTo;
    }

    @Override
    public String partitionKey(FeedLine line) {
        return of(line).sku().value();
    }

    @Override
    public String partitionKeyName() {
        return "sku";
    }

    @Override
    public String lineIdName() {
        return "movementId";
    }

    @Override
    public LineForm wireForm() {
        return WIRE;
    }

    @Override
    public LineForm warehouseForm() {
        return WAREHOUSE;
    }

    @Override
    public LineTable table() {
        return TABLE;
    }

    @Override
    public List<Figure> figures() {
        return FIGURES;
    }

    @Override
    public Map<String, HideableText> hideable() {
        return Map.of();
    }

    private static Digest128 addTo(RowContent said, @Nullable StoreId store, Digest128 digest) {
        MovementContent content = (MovementContent) said;
        return digest.add(content.time().toEpochMilli())
                .add(content.sku().value())
                .add(content.quantity())
                .add(content.reason())
                .add(textOf(store));
    }

    private static StockMovement movement(LineValues values) {
        String store = values.optionalText("store_id");
        MovementContent content = new MovementContent(
                values.moment("moved_at"),
                new ProductId(values.text("sku")),
                store == null ? null : new StoreId(store),
                values.whole("quantity"),
                values.text("reason"));
        return new StockMovement(
                content, new LineId(values.text("movement_id")), values.receivedAt(), values.attributes());
    }

    private static MovementContent of(FeedLine line) {
        return (MovementContent) line.content();
    }

    private static @Nullable String textOf(@Nullable StoreId store) {
        return store == null ? null : store.value();
    }
}
