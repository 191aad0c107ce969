package io.tillstream.model.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.CategoryId;
import io.tillstream.model.EventContent;
import io.tillstream.model.EventType;
import io.tillstream.model.Events;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineId;
import io.tillstream.model.ProductId;
import io.tillstream.model.SampleEvents;
import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.StoreId;
import io.tillstream.model.UserId;
import io.tillstream.model.codec.EventColumns;
import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import io.tillstream.model.row.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ShopEventFeedTests implements FeedContract {

    private static final ShopEvent EVENT = Events.event(Events.lipstick(), "e-1");

    @Override
    public Feed feed() {
        return new ShopEventFeed();
    }

    @Override
    public List<RawRow> good() {
        return List.of(
                Rows.event().row(),
                Rows.event()
                        .without("category_code")
                        .without("brand")
                        .without("user_session")
                        .row(),
                Rows.event().with("event_id", "e-1").with("store_id", "soho").row(),
                Rows.event()
                        .with("event_type", "purchase")
                        .withNumber("category_id", "1487580005134238553")
                        .withNumber("price", "-2.6")
                        .row());
    }

    @Override
    public List<BadRow> bad() {
        return List.of(
                new BadRow(Rows.event().with("event_time", "10/1/2019 0:00").row(), "event_time", FieldError.BAD_DATE),
                new BadRow(Rows.event().with("event_type", "click").row(), "event_type", FieldError.UNKNOWN_VALUE),
                new BadRow(Rows.event().with("product_id", "N/A").row(), "product_id", FieldError.MISSING),
                new BadRow(Rows.event().with("category_id", "1.48758E+18").row(), "category_id", FieldError.ROUNDED_ID),
                new BadRow(
                        Rows.event().with("category_code", "a\tb").row(), "category_code", FieldError.BAD_CHARACTERS),
                new BadRow(Rows.event().with("brand", "x".repeat(129)).row(), "brand", FieldError.TOO_LONG),
                new BadRow(Rows.event().with("price", "1e15").row(), "price", FieldError.OUT_OF_RANGE),
                new BadRow(Rows.event().with("user_id", RawValue.Other.NESTED).row(), "user_id", FieldError.WRONG_TYPE),
                new BadRow(Rows.event().with("user_session", "a b").row(), "user_session", FieldError.BAD_CHARACTERS),
                new BadRow(Rows.event().with("event_id", "x".repeat(65)).row(), "event_id", FieldError.TOO_LONG));
    }

    @Override
    public List<List<RawRow>> spellings() {
        return List.of(
                List.of(
                        Rows.event().row(),
                        Rows.event()
                                .with("event_time", "2019-10-01T02:00:00+02:00")
                                .row(),
                        Rows.event().with("event_time", "2019-10-01 00:00").row(),
                        Rows.event().with("event_type", "CART").row(),
                        Rows.event().withNumber("product_id", "5773203.0").row(),
                        Rows.event().with("brand", " runail\u00A0").row(),
                        Rows.event().withNumber("price", "2.6200000000000001").row(),
                        Rows.event()
                                .without("user_session")
                                .with("sessionId", "26dd6e6e-4dac-4778-8d2c-92e149dab885")
                                .row()),
                List.of(
                        Rows.event().without("brand").row(),
                        Rows.event().with("brand", "NULL").row(),
                        Rows.event().with("brand", RawValue.Other.NULL).row()));
    }

    @Override
    public List<RawRow> changes() {
        return List.of(
                Rows.event().with("event_time", "2019-10-01 00:00:00.001 UTC").row(),
                Rows.event().with("event_type", "view").row(),
                Rows.event().with("product_id", "5773204").row(),
                Rows.event().with("category_id", "1487580005134238554").row(),
                Rows.event().with("category_code", "cosmetics.lips").row(),
                Rows.event().with("brand", "Runail").row(),
                Rows.event().with("price", "2.63").row(),
                Rows.event().with("user_id", "463240012").row(),
                Rows.event().without("user_session").row());
    }

    @Override
    public List<FeedLine> extremes() {
        EventContent full = new EventContent(
                Instant.parse("9999-12-31T23:59:59.999Z"),
                EventType.REMOVE_FROM_CART,
                new ProductId("\"".repeat(64)),
                new CategoryId("漢".repeat(64)),
                "é".repeat(256),
                "£".repeat(128),
                new BigDecimal("-99999999999999.9999"),
                new UserId("\uD83D\uDED2".repeat(64)),
                new SessionId("_".repeat(64)),
                new StoreId("#".repeat(64)));
        EventContent bare = new EventContent(
                Instant.parse("0001-01-01T00:00:00Z"),
                EventType.VIEW,
                new ProductId("p"),
                new CategoryId("c"),
                null,
                null,
                BigDecimal.ZERO,
                new UserId("\uD83D\uDED2".repeat(64)),
                null,
                null);
        Attributes derived = new Attributes(Map.of("vat", AttributeValue.Numeral.of(19)));
        return List.of(
                new ShopEvent(full, new LineId("\\".repeat(64)), RECEIVED, derived),
                new ShopEvent(bare, new LineId("1"), RECEIVED));
    }

    @Override
    public List<Golden> golden() {
        return List.of(
                new Golden(
                        EventColumns.WIRE,
                        "{\"v\":1,\"eventId\":\"e-1\",\"eventTime\":\"2019-10-01T00:00:00.000Z\","
                                + "\"eventType\":\"cart\",\"productId\":\"5773203\","
                                + "\"categoryId\":\"1487580005134238553\","
                                + "\"categoryCode\":\"cosmetics.lips.lipstick\",\"brand\":\"runail\",\"price\":2.62,"
                                + "\"userId\":\"463240011\",\"sessionId\":\"26dd6e6e-4dac-4778-8d2c-92e149dab885\","
                                + "\"receivedAt\":\"2026-01-31T23:59:59.007Z\"}",
                        EVENT),
                new Golden(
                        EventColumns.WAREHOUSE,
                        "{\"event_id\":\"e-1\",\"event_time\":\"2019-10-01 00:00:00.000+00\","
                                + "\"event_type\":\"cart\",\"product_id\":\"5773203\","
                                + "\"category_id\":\"1487580005134238553\","
                                + "\"category_code\":\"cosmetics.lips.lipstick\",\"brand\":\"runail\",\"price\":2.62,"
                                + "\"user_id\":\"463240011\",\"session_id\":\"26dd6e6e-4dac-4778-8d2c-92e149dab885\","
                                + "\"received_at\":\"2026-01-31 23:59:59.007+00\"}",
                        EVENT));
    }

    @Test
    void hasNamesOfItsOwn() {
        Feed feed = feed();
        assertThat(feed.name()).hasToString("events");
        assertThat(List.of(feed.partitionKeyName(), feed.lineIdName())).containsExactly("session", "eventId");
        assertThat(feed.figures()).extracting(Figure::name).containsExactly("sessions", "users", "revenue");
        assertThat(feed.hideable().keySet())
                .containsExactly("user_id", "user_session", "category_code", "brand", "store_id");
        assertThat(feed.table().name()).isEqualTo("shop_event");
    }

    @Test
    void keepsTheEventsOfASessionTogetherAndElseThoseOfAUser() {
        assertThat(feed().partitionKey(EVENT)).isEqualTo("26dd6e6e-4dac-4778-8d2c-92e149dab885");
        assertThat(feed().partitionKey(Events.event(Events.bare()))).isEqualTo("463240011");
    }

    @Test
    void countsSessionsAndUsersAndAddsUpPurchases() {
        assertThat(figuresOf(EVENT))
                .containsExactly("26dd6e6e-4dac-4778-8d2c-92e149dab885", "463240011", new BigDecimal("0.00"));
        ShopEvent purchase = SampleEvents.event(
                null, "e-2", EventType.PURCHASE, EVENT.content().time(), "2.62");
        assertThat(figuresOf(purchase)).containsExactly(null, "463240011", new BigDecimal("2.62"));
    }

    @Test
    void hasAHeaderThatIsNoneOfTransactions() {
        Feeds both = new Feeds(List.of(new TransactionFeed(), feed()));
        List<String> joined = List.of("event_time", "event_type", "product_id", "category_id", "price", "user_id");
        assertThat(both.ofHeader(joined)).map(Feed::name).hasToString("Optional[events]");
        assertThat(both.ofHeader(
                        List.of(new TransactionFeed().fields().usualHeader().split(","))))
                .map(Feed::name)
                .hasToString("Optional[transactions]");
    }

    private static List<@Nullable Object> figuresOf(ShopEvent event) {
        List<@Nullable Object> figures = new ArrayList<>();
        for (Figure figure : new ShopEventFeed().figures()) {
            figures.add(
                    figure instanceof Figure.Distinct distinct
                            ? distinct.text().apply(event)
                            : ((Figure.Sum) figure).amount().apply(event));
        }
        return figures;
    }
}
