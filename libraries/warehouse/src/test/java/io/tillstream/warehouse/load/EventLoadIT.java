package io.tillstream.warehouse.load;

import static io.tillstream.warehouse.TestWarehouse.rows;
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
import io.tillstream.model.SampleLines;
import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.StoreId;
import io.tillstream.model.UserId;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.warehouse.TestWarehouse;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events of a shop are loaded as the lines of any feed, and beside those of others. */
class EventLoadIT implements LoadContract {

    private static final Instant SEEN = Instant.parse("2019-10-01T00:00:00.123Z");

    private final TestLoads loads = new TestLoads(FeedTable.of(new ShopEventFeed()));

    @BeforeEach
    void empty() throws SQLException {
        TestWarehouse.empty();
    }

    @Override
    public TestLoads loads() {
        return loads;
    }

    @Override
    public ShopEvent line(String id, int number, Instant receivedAt) {
        ShopEvent event = SampleEvents.event("session-1", id, EventType.CART, SEEN, number + ".25");
        return new ShopEvent(event.content(), event.lineId(), receivedAt);
    }

    @Override
    public List<FeedLine> extremes() {
        EventContent widest = new EventContent(
                Instant.parse("9999-12-31T23:59:59.999Z"),
                EventType.REMOVE_FROM_CART,
                new ProductId(wide(64)),
                new CategoryId(wide(64)),
                wide(256),
                wide(128),
                new BigDecimal("-99999999999999.9999"),
                new UserId(wide(64)),
                new SessionId("s".repeat(64)),
                new StoreId(wide(64)));
        Attributes derived = new Attributes(Map.of("channel", new AttributeValue.Text("web \"\\ 😀")));
        return List.of(
                new ShopEvent(widest, new LineId(wide(64)), NOON, derived),
                Events.event(Events.bare(), "bare"),
                SampleEvents.event(
                        null, "first", EventType.PURCHASE, Instant.parse("0001-01-01T00:00:00Z"), "99999999999999"),
                SampleEvents.event(
                        null, "julian", EventType.VIEW, Instant.parse("1582-10-04T23:59:59.001Z"), "0.0001"));
    }

    @Test
    void fillsTheColumnsThatQuestionsAreAskedOf() throws SQLException {
        loads.load(loads.wire("a.gz", List.of(Events.event(Events.lipstick(), "e-1"))));
        assertThat(rows("""
                SELECT event_id, event_time AT TIME ZONE 'UTC', event_type, product_id, category_id, category_code, brand,
                       price, user_id, session_id, store_id, received_at = timestamptz '2026-01-31T23:59:59.007Z'
                FROM shop_event"""))
                .containsExactly("e-1|2019-10-01 00:00:00|cart|5773203|1487580005134238553|cosmetics.lips.lipstick"
                        + "|runail|2.6200|463240011|26dd6e6e-4dac-4778-8d2c-92e149dab885|null|t");
    }

    @Test
    void tellsShopsApartThatNumberTheirEventsAlike() throws SQLException {
        ShopEvent event = line("1", 1, NOON);
        ShopEvent ofSoho = line("1", 2, NOON).inStore(new StoreId("soho"));
        assertThat(loads.load(loads.wire("a.gz", List.of(event, ofSoho)), loads.wire("b.gz", List.of(ofSoho, event)))
                        .merged())
                .isEqualTo(2);
        assertThat(loads.stored()).containsExactlyInAnyOrder(event, ofSoho);
    }

    @Test
    @Timeout(60)
    void doesNotWaitForALoadOfTransactions() throws SQLException {
        TestLoads transactions = new TestLoads(InMemoryObjects.TRANSACTIONS);
        try (OpenLoad open = transactions.open()) {
            open.takesLines();
            open.addLines(0, List.of(SampleLines.line("1", "A", "x")));
            loads.load(loads.wire("a.gz", List.of(line("1", 1, NOON))));
            open.add(0, transactions.wire("b.gz", List.of(SampleLines.line("1", "A", "x"))), 1);
            assertThat(open.finish().merged()).isEqualTo(1);
        }
        assertThat(loads.stored()).containsExactly(line("1", 1, NOON));
        assertThat(rows("SELECT object FROM load_history ORDER BY object"))
                .containsExactly("s3://lake/a.gz", "s3://lake/b.gz");
    }

    /** As many characters, each of four bytes. */
    private static String wide(int characters) {
        return "😀".repeat(characters);
    }
}
