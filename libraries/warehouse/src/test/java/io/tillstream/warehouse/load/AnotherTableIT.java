package io.tillstream.warehouse.load;

import static io.tillstream.warehouse.TestWarehouse.execute;
import static io.tillstream.warehouse.TestWarehouse.rows;
import static io.tillstream.warehouse.load.StockMovements.movement;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineForm;
import io.tillstream.warehouse.TestWarehouse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines of a feed that nothing outside of this test has heard of, by the columns of their table alone. */
class AnotherTableIT {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.007Z");

    private final InMemoryObjects objects = new InMemoryObjects();
    private final List<RejectedLine> aside = new ArrayList<>();
    private final WarehouseLoad load = WarehouseLoad.intoPostgres(
            StockMovements.FEED, TestWarehouse.dataSource(), objects, (object, lines) -> aside.addAll(lines));

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

    @Test
    void loadsEveryKindOfColumnInBothForms() throws SQLException {
        StockMovement bare = movement("a", null, -3, null, NOON);
        StockMovement full = movement("b", "soho", 7, "delivered", NOON);
        assertThat(load.load(List.of(
                                object("wire.gz", StockMovements.FEED.wireForm(), bare),
                                object("warehouse.gz", StockMovements.FEED.warehouseForm(), full)))
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
    void mergesALineOnceAndSetsTheVersionAsideThatDoesNotCount() throws SQLException {
        StockMovement later = movement("a", "soho", 7, null, NOON.plusSeconds(1));
        StockMovement first = movement("a", "soho", 8, "counted", NOON);
        StockMovement ofAnotherShop = movement("a", "york", 9, null, NOON);
        LineForm form = StockMovements.FEED.wireForm();
        load.load(List.of(object("a.gz", form, later)));
        LoadReport report = load.load(List.of(object("b.gz", form, later, first, ofAnotherShop)));

        assertThat(report.merged()).isEqualTo(1);
        assertThat(report.conflicting()).isEqualTo(2);
        assertThat(rows("SELECT store_id, quantity, reason FROM stock_movement ORDER BY store_id"))
                .containsExactly("soho|8|counted", "york|9|null");
        assertThat(aside)
                .extracting(letter -> ((Decoded.Line) form.decode(letter.bytes())).line())
                .containsOnly(later);
    }

    private LoadObject object(String key, LineForm form, StockMovement... lines) {
        return objects.text(
                key,
                form,
                Arrays.stream(lines)
                        .map(line -> new String(form.encode(line), StandardCharsets.UTF_8) + "\n")
                        .collect(Collectors.joining()));
    }
}
