package io.tillstream.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.EventContent;
import io.tillstream.model.Events;
import io.tillstream.model.LineId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.StoreId;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.Rows;
import io.tillstream.model.row.ShopEventValidator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hashes lie in every store: what made them yesterday makes them for ever. */
final class EventHashingTests {

    private static final ContentHashing HASHING = EventHashing.INSTANCE;
    private static final String[] TIMES = {
        "yyyy-MM-dd HH:mm:ss.SSS 'UTC'", "yyyy-MM-dd'T'HH:mm:ss.SSS", "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"
    };

    private final Digest128 digest = new Digest128();

    @Test
    void remainsForWhatARowSays() {
        assertThat(HASHING.of(Events.lipstick(), digest)).hasToString("11c2f21e73036ed69f627b56674ae17d");
        assertThat(HASHING.of(Events.bare(), digest)).hasToString("4b5b0beb35cfd7dfb98d4f9316c40555");
    }

    @Test
    void remainsForTheRowsOfASource() {
        EventContent inSoho = Events.lipstick().inStore(new StoreId("soho"));
        assertThat(LineIdentity.ofContent(HASHING, "shop").identify(inSoho, 0).value())
                .isEqualTo("227bae4cba20790265b9866c1881a57e-1");
    }

    @Test
    void knowsTheNameOfAnEventWhoseShopCameLater() {
        LineId id = LineIdentity.ofContent(HASHING).identify(Events.lipstick(), 0);
        ShopEvent event = Events.event(Events.lipstick(), id.value());
        assertThat(rankOf(event)).isEqualTo(LineVersion.Rank.NAMED_BY_CONTENT);
        assertThat(rankOf(event.inStore(new StoreId("soho")))).isEqualTo(LineVersion.Rank.NAMED_BY_CONTENT);
        assertThat(rankOf(Events.event(Events.bare(), id.value()))).isEqualTo(LineVersion.Rank.OTHER);
    }

    @Property(tries = 500)
    void isTheSameForEverySpelling(@ForAll("contents") EventContent content, @ForAll long seed) {
        RowResult result = new ShopEventValidator(RowSettings.USUAL)
                .validate(spelled(content, new Random(seed)), 0, LineIdentity.ofContent(HASHING), Instant.EPOCH);
        assertThat(result).isInstanceOf(RowResult.Accepted.class);
        ShopEvent event = (ShopEvent) ((RowResult.Accepted) result).line();
        assertThat(event.content()).isEqualTo(content);
        assertThat(event.lineId()).isEqualTo(LineIdentity.ofContent(HASHING).identify(content, 0));
    }

    @Property(tries = 500)
    void differsWhenAnyValueDiffers(@ForAll("contents") EventContent one, @ForAll("contents") EventContent other) {
        Assume.that(!one.equals(other));
        for (int component = 0; component < 10; component++) {
            EventContent changed = withComponentOf(one, other, component);
            assertThat(HASHING.of(changed, digest).equals(HASHING.of(one, digest)))
                    .isEqualTo(changed.equals(one));
        }
    }

    @Provide
    Arbitrary<EventContent> contents() {
        return Events.contents();
    }

    private static LineVersion.Rank rankOf(ShopEvent event) {
        return LineVersion.of(event, HASHING, new Digest128()).rank();
    }

    private static EventContent withComponentOf(EventContent one, EventContent other, int component) {
        return new EventContent(
                component == 0 ? other.time() : one.time(),
                component == 1 ? other.type() : one.type(),
                component == 2 ? other.productId() : one.productId(),
                component == 3 ? other.categoryId() : one.categoryId(),
                component == 4 ? other.categoryCode() : one.categoryCode(),
                component == 5 ? other.brand() : one.brand(),
                component == 6 ? other.price() : one.price(),
                component == 7 ? other.userId() : one.userId(),
                component == 8 ? other.sessionId() : one.sessionId(),
                component == 9 ? other.storeId() : one.storeId());
    }

    private static RawRow spelled(EventContent content, Random random) {
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern(pick(random, TIMES), Locale.ROOT).withZone(ZoneOffset.UTC);
        String type = content.type().text();
        String price = content.price().toPlainString() + pick(random, "", "0", "000000");
        Rows rows = Rows.none()
                .with(pick(random, "event_time", "eventTime", "EVENT_TIME"), time.format(content.time()))
                .with(pick(random, "event_type", "eventType"), pick(random, type, type.toUpperCase(Locale.ROOT)))
                .with(
                        pick(random, "product_id", "productId"),
                        content.productId().value())
                .with(
                        pick(random, "category_id", "categoryId"),
                        blanks(random) + content.categoryId().value())
                .with(pick(random, "price", " Price "), number(price, random))
                .with(pick(random, "user_id", "userId"), content.userId().value() + blanks(random));
        put(rows, pick(random, "category_code", "categoryCode"), content.categoryCode(), random);
        put(rows, "brand", content.brand(), random);
        put(
                rows,
                pick(random, "user_session", "sessionId"),
                content.sessionId() == null ? null : content.sessionId().value(),
                random);
        put(
                rows,
                pick(random, "store_id", "storeId"),
                content.storeId() == null ? null : content.storeId().value(),
                random);
        return rows.row();
    }

    private static void put(Rows rows, String name, @Nullable String text, Random random) {
        if (text != null) {
            rows.with(name, blanks(random) + text);
        } else if (random.nextBoolean()) {
            rows.with(name, pick(random, "", "null", " "));
        }
    }

    private static RawValue number(String plain, Random random) {
        return random.nextBoolean() ? new RawValue.Numeral(plain) : new RawValue.Text(blanks(random) + plain);
    }

    private static String blanks(Random random) {
        return pick(random, "", " ", "\t \u00A0");
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
