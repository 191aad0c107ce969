package io.tillstream.warehouse.load;

import static io.tillstream.warehouse.TestWarehouse.execute;
import static io.tillstream.warehouse.TestWarehouse.rows;
import static io.tillstream.warehouse.load.StockMovements.movement;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.FeedLine;
import io.tillstream.warehouse.TestWarehouse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines of a feed that nothing outside of this test has heard of, by the columns of their table alone. */
class AnotherTableIT implements LoadContract {

    private final TestLoads loads = new TestLoads(StockMovements.FEED);

    @BeforeEach
    void createTable() throws SQLException {
        TestWarehouse.empty();
        execute("""
                CREATE TABLE stock_movement (
                    movement_id text NOT NULL, store_id text, moved_at timestamptz NOT NULL,
                    counted_on timestamp NOT NULL, quantity bigint NOT NULL, weight decimal(12, 3) NOT NULL, reason text,
                    received_at timestamptz, attributes jsonb, loaded_at timestamptz NOT NULL,
                    UNIQUE NULLS NOT DISTINCT (movement_id, store_id))""");
        execute("CREATE TABLE stock_movement_turn (holder text)");
    }

    @AfterEach
    void dropTable() throws SQLException {
        execute("DROP TABLE stock_movement, stock_movement_turn");
    }

    @Override
    public TestLoads loads() {
        return loads;
    }

    @Override
    public StockMovement line(String id, int number, Instant receivedAt) {
        return movement(id, "soho", number, null, receivedAt);
    }

    @Override
    public List<FeedLine> extremes() {
        return List.of(
                movement("most", "york", Long.MAX_VALUE, "😀".repeat(100), NOON),
                movement("least", null, Long.MIN_VALUE, null, NOON));
    }

    @Test
    void loadsEveryKindOfColumnInBothForms() throws SQLException {
        StockMovement bare = movement("a", null, -3, null, NOON);
        StockMovement full = movement("b", "soho", 7, "delivered", NOON);
        assertThat(loads.load(loads.wire("wire.gz", List.of(bare)), loads.delivered("warehouse.gz", List.of(full)))
                        .merged())
                .isEqualTo(2);
        assertThat(rows("""
                SELECT movement_id, store_id, moved_at = timestamptz '2026-02-28T23:59:59.987Z', counted_on, quantity,
                       weight, reason, received_at = timestamptz '2026-03-01T12:00:00.007Z', attributes
                FROM stock_movement ORDER BY movement_id"""))
                .containsExactly(
                        "a|null|t|2026-03-01 00:00:01|-3|12.125|null|t|null",
                        "b|soho|t|2026-03-01 00:00:01|7|12.125|delivered|t|null");
        assertThat(rows("SELECT count(*) FROM sales_line")).containsExactly("0");
    }

    @Test
    void keepsLinesOfShopsApart() throws SQLException {
        StockMovement ofSoho = movement("a", "soho", 8, "counted", NOON);
        StockMovement ofYork = movement("a", "york", 9, null, NOON);
        loads.load(loads.wire("a.gz", List.of(ofSoho)));
        assertThat(loads.load(loads.wire("b.gz", List.of(ofSoho, ofYork))).merged())
                .isEqualTo(1);
        assertThat(loads.stored()).containsExactlyInAnyOrder(ofSoho, ofYork);
    }
}
