package io.tillstream.suite.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.Attributes;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.ProductId;
import io.tillstream.model.StoreId;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.FeedContract;
import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import io.tillstream.model.row.RowBounds;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.Rows;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockMovementFeedTests implements FeedContract {

    @Override
    public Feed feed() {
        return new StockMovementFeed();
    }

    private static Rows delivery() {
        return Rows.none()
                .with("time", "2026-03-01T08:26:00Z")
                .with("sku", "85123A")
                .with("quantity", "6")
                .with("reason", "delivery");
    }

    @Override
    public List<RawRow> good() {
        return List.of(
                delivery().row(),
                delivery().with("store", "soho").with("movement_id", "m-1").row(),
                delivery()
                        .withNumber("sku", "22423")
                        .withNumber("quantity", "-1")
                        .row());
    }

    @Override
    public List<BadRow> bad() {
        return List.of(
                new BadRow(delivery().with("time", "yesterday").row(), "time", FieldError.BAD_DATE),
                new BadRow(delivery().with("sku", "1.48758E+18").row(), "sku", FieldError.ROUNDED_ID),
                new BadRow(delivery().with("store", "x".repeat(65)).row(), "store", FieldError.TOO_LONG),
                new BadRow(delivery().with("quantity", "a few").row(), "quantity", FieldError.NOT_A_WHOLE_NUMBER),
                new BadRow(delivery().with("reason", RawValue.Other.NULL).row(), "reason", FieldError.MISSING));
    }

    @Override
    public List<List<RawRow>> spellings() {
        return List.of(List.of(
                delivery().row(),
                delivery()
                        .without("time")
                        .with("movedAt", "2026-03-01 09:26 +01:00")
                        .row(),
                delivery().withNumber("quantity", "6.0").row(),
                delivery().with("reason", " delivery ").row()));
    }

    @Override
    public List<RawRow> changes() {
        return List.of(
                delivery().with("time", "2026-03-01T08:26:00.001Z").row(),
                delivery().with("sku", "85123B").row(),
                delivery().with("quantity", "-6").row(),
                delivery().with("reason", "return").row());
    }

    @Override
    public List<FeedLine> extremes() {
        MovementContent full = new MovementContent(
                Instant.parse("9999-12-31T23:59:59.999Z"),
                new ProductId("\uD83D\uDED2".repeat(64)),
                new StoreId("\"".repeat(64)),
                Long.MIN_VALUE,
                "漢".repeat(100));
        MovementContent bare =
                new MovementContent(Instant.parse("0001-01-01T00:00:00Z"), new ProductId("1"), null, 0, "-");
        return List.of(
                new StockMovement(full, new LineId("\\".repeat(64)), RECEIVED, DERIVED),
                new StockMovement(bare, new LineId("1"), RECEIVED, Attributes.NONE));
    }

    @Override
    public List<Golden> golden() {
        MovementContent said = new MovementContent(
                Instant.parse("2026-03-01T08:26:00Z"), new ProductId("85123A"), new StoreId("soho"), 6, "delivery");
        StockMovement line = new StockMovement(said, new LineId("m-1"), RECEIVED, Attributes.NONE);
        return List.of(
                new Golden(
                        feed().wireForm(),
                        "{\"v\":1,\"movementId\":\"m-1\",\"movedAt\":\"2026-03-01T08:26:00.000Z\",\"sku\":\"85123A\","
                                + "\"quantity\":6,\"reason\":\"delivery\",\"storeId\":\"soho\","
                                + "\"receivedAt\":\"2026-01-31T23:59:59.007Z\"}",
                        line),
                new Golden(
                        feed().warehouseForm(),
                        "{\"movement_id\":\"m-1\",\"moved_at\":\"2026-03-01 08:26:00.000+00\",\"sku\":\"85123A\","
                                + "\"quantity\":6,\"reason\":\"delivery\",\"store_id\":\"soho\","
                                + "\"received_at\":\"2026-01-31 23:59:59.007+00\"}",
                        line));
    }

    @Test
    void holdsTheBoundsOfTheSettings() {
        RowSettings bounded = new RowSettings(RowSettings.USUAL.dates(), RowBounds.DEFAULT);
        RawRow row = delivery()
                .with("time", "1066-10-14 09:00")
                .with("quantity", "1000000001")
                .row();
        RowResult result = feed().validator(bounded).validate(row, 0, (content, place) -> ID, RECEIVED);
        assertThat(((RowResult.Rejection) result).errors())
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly("quantity " + FieldError.OUT_OF_RANGE, "time " + FieldError.TOO_OLD);
    }
}
