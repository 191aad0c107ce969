package io.tillstream.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.CategoryId;
import io.tillstream.model.EventContent;
import io.tillstream.model.EventType;
import io.tillstream.model.LineId;
import io.tillstream.model.ProductId;
import io.tillstream.model.SampleLines;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.UserId;
import io.tillstream.model.feed.ShopEventFeed;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of shop events, which stand beside those of transactions. */
final class EventRulesTests {

    private static final ShopEvent EVENT = new ShopEvent(
            new EventContent(
                    Instant.parse("2019-10-01T23:30:00Z"),
                    EventType.CART,
                    new ProductId("5773203"),
                    new CategoryId("1487580005134238553"),
                    "appliances.environment.vacuum",
                    null,
                    new BigDecimal("2.62"),
                    new UserId("463240011"),
                    null,
                    null),
            new LineId("e-1"),
            Instant.parse("2026-03-01T12:00:00Z"));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eventTime == '2019-10-01T23:30:00Z' && eventType == 'cart' && eventId == 'e-1'",
                "productId == '5773203' && categoryId.startsWith('1487') && categoryCode.contains('.vacuum')",
                "price == 2.62 && price * 2 == 5.24 && userId == '463240011'",
                "brand == '' && sessionId == '' && storeId == ''",
                "year == 2019 && month == 10 && day == 1 && hour == 23 && weekday == 'TUESDAY'"
            })
    void askAboutTheColumnsOfAnEvent(String condition) {
        assertThat(rules("- {name: r, feed: events, drop: true, when: \"" + condition + "\"}")
                        .apply(EVENT))
                .isEqualTo(new Ruling.Drop("r"));
    }

    @Test
    void hideAndDerive() {
        LineRules rules = rules("""
                - {name: hide, feed: events, mask: category_code}
                - {name: hash, feed: events, hash: user_id}
                - {name: late, feed: events, set: {late: hour >= 22}}
                """);
        ShopEvent kept = (ShopEvent) ((Ruling.Keep) rules.apply(EVENT)).line();
        assertThat(kept.content().categoryCode()).isNull();
        assertThat(kept.content().userId().value()).hasSize(32);
        assertThat(kept.attributes().values()).containsEntry("late", new AttributeValue.Flag(true));
        assertThat(kept.content().price()).isEqualTo(EVENT.content().price());
    }

    @Test
    void areNotForOtherFeeds() {
        String both = """
                - {name: carts, feed: events, when: eventType == 'cart', drop: true}
                - {name: sales, when: kind == 'SALE', drop: true}
                """;
        assertThat(rules(both).apply(EVENT)).isEqualTo(new Ruling.Drop("carts"));
        assertThat(WrittenRules.compile(both, registry).apply(SampleLines.line("536365", "85123A", "1")))
                .isEqualTo(new Ruling.Drop("sales"));
        assertThat(rules("- {name: sales, feed: transactions, when: kind == 'SALE', drop: true}")
                        .apply(EVENT))
                .isEqualTo(new Ruling.Keep(EVENT));
    }

    private LineRules rules(String yaml) {
        return WrittenRules.of(new ShopEventFeed(), yaml, registry);
    }
}
