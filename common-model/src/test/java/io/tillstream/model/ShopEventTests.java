package io.tillstream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShopEventTests {

    private static final StoreId SOHO = new StoreId("soho");

    @ParameterizedTest
    @CsvSource({
        "view,VIEW",
        "cart,CART",
        "remove_from_cart,REMOVE_FROM_CART",
        "purchase,PURCHASE",
        "Purchase,PURCHASE",
        "removeFromCart,REMOVE_FROM_CART",
        "REMOVE_FROM_CART,REMOVE_FROM_CART"
    })
    void knowsATypeInEverySpelling(String written, EventType type) {
        assertThat(EventType.of(written)).contains(type);
        assertThat(EventType.of(type.text())).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "views", "remove from cart", "pürchase"})
    void knowsNoOtherType(String written) {
        assertThat(EventType.of(written)).isEmpty();
    }

    @Test
    void listsTheTypes() {
        assertThat(EventType.all()).isEqualTo("view, cart, remove_from_cart, purchase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a.b", "{26dd6e6e}", "é"})
    void refusesSessionsOfOtherCharacters(String value) {
        assertThatThrownBy(() -> new SessionId(value)).hasMessageContaining("user_session");
    }

    @Test
    void identifiesAnEventByItsIdWithinItsShop() {
        ShopEvent event = Events.event(Events.lipstick(), "e-1");
        ShopEvent other = Events.event(Events.bare(), "e-1");
        assertThat(event.key()).isEqualTo(other.key()).isEqualTo(new EventKey(null, new LineId("e-1")));
        assertThat(event.inStore(SOHO).key()).isEqualTo(new EventKey(SOHO, new LineId("e-1")));
        assertThat(Events.event(Events.lipstick(), "e-2").key()).isNotEqualTo(event.key());
    }

    @Test
    void keepsTheShopItNames() {
        ShopEvent inSoho = Events.event(Events.lipstick()).inStore(SOHO);
        assertThat(inSoho.storeId()).contains(SOHO);
        assertThat(inSoho.inStore(new StoreId("bristol"))).isEqualTo(inSoho);
        assertThat(inSoho.content().inStore(new StoreId("bristol"))).isEqualTo(inSoho.content());
    }

    @Test
    void keepsItsIdentityWhenRulesChangeWhatItSays() {
        ShopEvent event = Events.event(Events.lipstick(), "e-1");
        Attributes derived = new Attributes(Map.of("bulk", new AttributeValue.Flag(true)));
        ShopEvent changed = event.with(Events.bare(), derived);
        assertThat(changed).isEqualTo(new ShopEvent(Events.bare(), event.lineId(), event.receivedAt(), derived));
        assertThat(changed.key()).isEqualTo(event.key());
    }

    @Test
    void showsNoCustomerData() {
        ShopEvent event = Events.event(Events.lipstick(), "e-1");
        assertThat(event.toString()).isEqualTo("ShopEvent[e-1]");
        assertThat(event.content().toString()).contains("cart", "5773203").doesNotContain("463240011", "26dd6e6e");
        assertThat(event.content().userId().toString()).doesNotContain("463240011");
    }

    @Test
    void cutsTimesToTheirPrecision() {
        EventContent content = at(Instant.parse("2019-10-01T00:00:00.1239Z"));
        assertThat(content.time()).isEqualTo(Instant.parse("2019-10-01T00:00:00.123Z"));
        assertThatThrownBy(() -> at(Instant.MIN)).hasMessageContaining("event_time");
        assertThatThrownBy(() -> at(Instant.parse("+10000-01-01T00:00:00Z"))).hasMessageContaining("event_time");
        assertThatThrownBy(() -> new ShopEvent(content, new LineId("1"), Instant.MAX))
                .hasMessageContaining("receivedAt");
    }

    @ParameterizedTest
    @CsvSource({"2.620,2.62", "3,3.00", "0,0.00", "-2.6,-2.60", "0.0001,0.0001"})
    void keepsPricesInOneForm(String given, String kept) {
        assertThat(priced(given).price()).isEqualTo(new BigDecimal(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00001", "100000000000000", "1e999999999"})
    void refusesPricesBeyondTheWarehouse(String price) {
        assertThatThrownBy(() -> priced(price)).hasMessageContaining("price");
    }

    private static EventContent at(Instant time) {
        return content(time, Events.lipstick().price());
    }

    private static EventContent priced(String price) {
        return content(Events.lipstick().time(), new BigDecimal(price));
    }

    private static EventContent content(Instant time, BigDecimal price) {
        EventContent base = Events.lipstick();
        return new EventContent(
                time, base.type(), base.productId(), base.categoryId(), null, null, price, base.userId(), null, null);
    }
}
