package io.tillstream.model.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tillstream.model.EventContent;
import io.tillstream.model.EventType;
import io.tillstream.model.Events;
import io.tillstream.model.LineId;
import io.tillstream.model.ProductId;
import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.StoreId;
import io.tillstream.model.UserId;
import io.tillstream.model.identity.LineIdentity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShopEventValidatorTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void readsAnEventAsItWasPublished() {
        assertThat(accepted(Rows.event()).content()).isEqualTo(Events.lipstick());
    }

    @Test
    void readsCamelCaseAndNumbersOfJson() {
        Rows rows = Rows.event()
                .without("event_time")
                .with("eventTime", "2019-10-01T02:00:00+02:00")
                .without("event_type")
                .with("EVENT_TYPE", "Cart")
                .without("product_id")
                .withNumber("productId", "5773203")
                .without("category_id")
                .withNumber("categoryId", "1487580005134238553")
                .without("category_code")
                .with("categoryCode", " cosmetics.lips.lipstick\t")
                .without("price")
                .withNumber("Price", "2.6200000000000001")
                .without("user_id")
                .withNumber("userId", "463240011.0")
                .without("user_session")
                .with("sessionId", "26dd6e6e-4dac-4778-8d2c-92e149dab885");
        assertThat(accepted(rows).content()).isEqualTo(Events.lipstick());
    }

    @Test
    void takesWhatIsAbsentForNothing() {
        Rows rows = Rows.event()
                .with("event_type", "view")
                .with("category_code", "")
                .with("brand", "NaN")
                .with("user_session", RawValue.Other.NULL);
        assertThat(accepted(rows).content()).isEqualTo(Events.bare());
    }

    @Test
    void keepsTheIdAndTheShopThatARowGives() {
        ShopEvent event = accepted(Rows.event().with("event_id", "e-1").with("storeId", "soho"));
        assertThat(event.lineId()).isEqualTo(new LineId("e-1"));
        assertThat(event.storeId()).contains(new StoreId("soho"));
    }

    @Test
    void asksForAnIdWhereTheRowGivesNone() {
        LineIdentity identity = LineIdentity.fromIdempotencyKey("shop", "batch-1");
        assertThat(accepted(Rows.event()).lineId()).isEqualTo(identity.identify(Events.lipstick(), 0));
    }

    @Test
    void keepsAllDigitsOfAnId() {
        String digits = "1487580005134238553";
        EventContent text = accepted(withIds(digits)).content();
        assertThat(text.productId()).isEqualTo(new ProductId(digits));
        assertThat(text.userId()).isEqualTo(new UserId(digits));
        assertThat(text.sessionId()).isEqualTo(new SessionId(digits));
        Rows numbers = Rows.event()
                .withNumber("product_id", digits)
                .withNumber("category_id", digits)
                .withNumber("user_id", digits)
                .withNumber("user_session", digits);
        assertThat(accepted(numbers).content()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.48758E+18", "1,48758e+18", "1487580000000000000.0"})
    void saysWhatHappenedToAnIdThatASpreadsheetHasRounded(String text) {
        List<FieldError> errors = errors(withIds(text).with("event_id", text));
        assertThat(errors)
                .extracting(FieldError::field, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("product_id", "rounded_id"),
                        tuple("category_id", "rounded_id"),
                        tuple("user_id", "rounded_id"),
                        tuple("user_session", "rounded_id"),
                        tuple("event_id", "rounded_id"));
        assertThat(errors.get(0).message())
                .isEqualTo("\"" + text + "\" is an id that a spreadsheet has rounded; export its column as text, or"
                        + " send it as JSON text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.48758E+18", "1E18", "1.785e4", "1487580000000000000.0"})
    void refusesNumbersOfJsonThatAreRoundedIds(String number) {
        assertThat(codes(Rows.event().withNumber("category_id", number))).containsExactly("category_id rounded_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12E5", "1E5", "4.5", "x1.48758E+18"})
    void takesCodesThatOnlyLookAlike(String id) {
        assertThat(accepted(Rows.event().with("product_id", id)).content().productId())
                .isEqualTo(new ProductId(id));
    }

    @ParameterizedTest
    @CsvSource({"view,VIEW", "remove_from_cart,REMOVE_FROM_CART", "removeFromCart,REMOVE_FROM_CART"})
    void readsTypesOfEvents(String written, EventType type) {
        assertThat(accepted(Rows.event().with("event_type", written)).content().type())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"2.62,2.62", "-2.6,-2.60", "0,0.00", "9.5e1,95.00", "0.0001,0.0001"})
    void readsPricesOfEitherSign(String written, BigDecimal price) {
        assertThat(accepted(Rows.event().with("price", written)).content().price())
                .isEqualTo(price);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event_time|''|missing",
                "event_time|yesterday|bad_date",
                "event_time|2019-02-29 00:00:00 UTC|bad_date",
                "event_time|0001-01-01T00:00:00+01:00|bad_date",
                "event_type|click|unknown_value",
                "event_type|''|missing",
                "product_id|' '|missing",
                "product_id|a\u0000b|bad_characters",
                "category_id|null|missing",
                "category_code|a\tb|bad_characters",
                "price|''|missing",
                "price|free|not_a_number",
                "price|2,62|not_a_number",
                "price|2.62222|too_many_decimals",
                "price|1e14|out_of_range",
                "price|1000000001|out_of_range",
                "user_id|''|missing",
                "user_session|26dd 6e6e|bad_characters",
                "user_session|{26dd6e6e}|bad_characters",
                "store_id|a\u0085b|bad_characters",
                "event_time|2026-01-03T00:00:01Z|in_the_future",
                "event_time|1899-12-31T23:59:59Z|too_old",
            })
    void rejectsFaultyValuesWithAStableCode(String field, String value, String code) {
        assertThat(codes(Rows.event().with(field, value))).containsExactly(field + " " + code);
    }

    @Test
    void listsTheTypesThatThereAre() {
        assertThat(errors(Rows.event().with("event_type", "click")).get(0).message())
                .isEqualTo("\"click\" is not known; send one of view, cart, remove_from_cart, purchase");
    }

    @Test
    void rejectsWhatIsTooLong() {
        for (String field : List.of("product_id", "category_id", "user_id", "user_session", "event_id", "store_id")) {
            assertThat(codes(Rows.event().with(field, "x".repeat(65)))).containsExactly(field + " too_long");
        }
        assertThat(codes(Rows.event().with("category_code", "x".repeat(257))))
                .containsExactly("category_code too_long");
        assertThat(codes(Rows.event().with("brand", "x".repeat(129)))).containsExactly("brand too_long");
    }

    @Test
    void listsEveryFaultyFieldOnce() {
        Rows rows = Rows.event()
                .without("product_id")
                .with("event_type", RawValue.Other.TRUE)
                .with("event_time", RawValue.Other.NESTED)
                .withNumber("user_id", "1.5")
                .with("eventType", "view")
                .with("sessionId", "1")
                .with("Quantity", "6");
        assertThat(codes(rows))
                .containsExactlyInAnyOrder(
                        "product_id missing",
                        "event_type wrong_type",
                        "event_time wrong_type",
                        "user_id wrong_type",
                        "event_type duplicate_field",
                        "user_session duplicate_field",
                        "Quantity unknown_field");
    }

    @Test
    void hasNoBoundsForWhoOnlyAsksWhatARowSays() {
        RowResult result = new ShopEventValidator(RowSettings.USUAL)
                .validate(Rows.event().with("price", "1000000001").row(), 0, LineIdentity.unique(), NOW);
        assertThat(result).isInstanceOf(RowResult.Accepted.class);
    }

    @Test
    void hasAHeaderOfItsOwn() {
        List<String> published =
                Stream.of(EventFields.ALL.usualHeader().split(",", -1)).toList();
        assertThat(published).allMatch(EventFields.ALL::isField);
        assertThat(Rows.event().row().size()).isEqualTo(published.size());
        assertThat(TransactionFields.ALL.isHeader(List.of("event_time", "event_type", "user_session")))
                .isFalse();
    }

    private static Rows withIds(String id) {
        return Rows.event()
                .with("product_id", id)
                .with("category_id", id)
                .with("user_id", id)
                .with("user_session", id);
    }

    private static ShopEvent accepted(Rows rows) {
        return (ShopEvent) Results.accepted(validate(rows));
    }

    private static List<FieldError> errors(Rows rows) {
        return Results.errors(validate(rows));
    }

    private static List<String> codes(Rows rows) {
        return Results.codes(validate(rows));
    }

    private static RowResult validate(Rows rows) {
        return new ShopEventValidator(RowSettings.of(RowBounds.DEFAULT))
                .validate(rows.row(), 0, LineIdentity.fromIdempotencyKey("shop", "batch-1"), NOW);
    }
}
