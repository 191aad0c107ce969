package io.tillstream.warehouse.load;

import static io.tillstream.warehouse.TestWarehouse.rows;
import static io.tillstream.warehouse.load.InMemoryObjects.TRANSACTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.FeedLine;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.TransactionColumns;
import io.tillstream.warehouse.TestWarehouse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines of invoices are loaded as the lines of any feed; and what is said of loads on their example alone. */
class WarehouseLoadIT implements LoadContract {

    private final TestLoads loads = new TestLoads(TRANSACTIONS);
    private final InMemoryObjects objects = loads.objects;

    @BeforeEach
    void empty() throws SQLException {
        TestWarehouse.empty();
    }

    @Override
    public TestLoads loads() {
        return loads;
    }

    @Override
    public TransactionLine line(String id, int number, Instant receivedAt) {
        TransactionLine line = SampleLines.line("1", "A", id, null, number, "2.55");
        return new TransactionLine(line.content(), line.lineId(), receivedAt);
    }

    @Override
    public List<FeedLine> extremes() {
        TransactionLine most =
                SampleLines.line("C" + "9".repeat(19), "A", "most", "17850", Long.MIN_VALUE, "99999999999999.9999");
        return List.of(
                SampleLines.ofShop(most, "😀".repeat(64)),
                SampleLines.soldAt(
                        SampleLines.line("1", "A", "first", null, 0, "-0.0001"),
                        LocalDateTime.parse("0001-01-01T00:00:00"),
                        "Malta"),
                SampleLines.soldAt(
                        SampleLines.line("1", "A", "last", null, Long.MAX_VALUE, "1"),
                        LocalDateTime.parse("9999-12-31T23:59:59"),
                        "Malta"));
    }

    @Test
    void loadsEveryColumnExactly() throws SQLException {
        TransactionLine plain = SampleLines.line("536365", "85123A", "a");
        TransactionLine derived = new TransactionLine(
                SampleLines.line("C536366", "back\\slash", "b", null, -3, "0.0001")
                        .content(),
                plain.lineId(),
                plain.receivedAt(),
                new Attributes(Map.of("tier", new AttributeValue.Text("gold \"\\ 😀"))));
        loads.load(objects.lake("one.jsonl.gz", plain, derived));
        assertThat(rows("""
            SELECT invoice_no, stock_code, line_id, description, quantity, invoice_date, unit_price, line_total,
                   customer_id, country, kind, store_id, received_at = timestamptz '2026-03-01T12:00:00Z',
                   attributes ->> 'tier'
            FROM sales_line ORDER BY invoice_no\
            """))
                .containsExactly(
                        "536365|85123A|a|WHITE HANGING HEART T-LIGHT HOLDER|6|2010-12-01 08:26:00|2.5500|15.3000|17850"
                                + "|United Kingdom|SALE|null|t|null",
                        "C536366|back\\slash|a|WHITE HANGING HEART T-LIGHT HOLDER|-3|2010-12-01 08:26:00|0.0001"
                                + "|-0.0003|null|United Kingdom|CANCELLATION|null|t|gold \"\\ 😀");
        assertThat(rows("SELECT count(*) FROM sales_line WHERE abs(extract(epoch FROM now() - loaded_at)) < 60"))
                .containsExactly("2");
    }

    @Test
    void keepsTheLimitsOfNumbersAndTimesToTheDigit() throws SQLException {
        List<String> prices = List.of(
                "0",
                "0.0001",
                "-0.0001",
                "1",
                "100",
                "9999",
                "10000",
                "10000.5",
                "100000000",
                "99999999999999.9999",
                "-99999999999999.9999");
        List<Long> quantities = List.of(0L, 1L, -80_995L, Long.MAX_VALUE, Long.MIN_VALUE);
        List<TransactionLine> lines = prices.stream()
                .flatMap(price -> quantities.stream()
                        .map(quantity -> SampleLines.line("1", "A", price + "x" + quantity, null, quantity, price)))
                .toList();
        loads.load(objects.lake("numbers.gz", lines.toArray(TransactionLine[]::new)));
        assertThat(rows("SELECT line_id, quantity, unit_price, line_total FROM sales_line"))
                .containsExactlyInAnyOrderElementsOf(lines.stream()
                        .map(line -> "%s|%d|%s|%s"
                                .formatted(
                                        line.lineId(), line.quantity(), kept(line.unitPrice()), kept(line.lineTotal())))
                        .toList());

        loads.load(objects.text("times.gz", TransactionColumns.WAREHOUSE, """
            {"invoice_no":"2","stock_code":"A","line_id":"first","quantity":1,"invoice_date":"0001-01-01 00:00:00",\
            "unit_price":1.00,"line_total":1.00,"country":"Malta","kind":"SALE"}
            {"invoice_no":"2","stock_code":"A","line_id":"last","quantity":1,"invoice_date":"9999-12-31 23:59:59",\
            "unit_price":1.00,"line_total":1.00,"country":"Malta","kind":"SALE"}
            """));
        assertThat(rows("SELECT line_id, invoice_date FROM sales_line WHERE invoice_no = '2'"))
                .containsExactlyInAnyOrder("first|0001-01-01 00:00:00", "last|9999-12-31 23:59:59");
    }

    @Test
    void readsTheFormOfFirehoseAsThatOfTheLake() throws SQLException {
        loads.load(objects.text("firehose.gz", TransactionColumns.WAREHOUSE, """
            {"invoice_no":"536365","stock_code":"85123A","line_id":"a","description":"HEART","quantity":6,\
            "invoice_date":"2010-12-01 08:26:00","unit_price":2.55,"line_total":15.30,"customer_id":"17850",\
            "country":"United Kingdom","kind":"SALE","store_id":"till-1","attributes":{"vip":true}}
            """));
        assertThat(rows("SELECT description, invoice_date, line_total, store_id, attributes FROM sales_line"))
                .containsExactly("HEART|2010-12-01 08:26:00|15.3000|till-1|{\"vip\": true}");
    }

    @Test
    void mergesObjectsThatAreNewAndObjectsThatAreNotInOneLoad() throws SQLException {
        loads.load(objects.lake("before.gz", lines(100, 110)));
        LoadObject known = objects.lake("known.gz", lines(0, 200));
        LoadObject fresh = objects.lake("fresh.gz", lines(200, 300));
        LoadObject twice = objects.lake("twice.gz", lines(290, 310), lines(290, 310));
        LoadReport report = loads.load(known, fresh, twice);
        assertThat(report.loaded())
                .containsExactlyInAnyOrder(
                        new ObjectReport(known, 200, 190, 10, 0, 0),
                        new ObjectReport(fresh, 100, 100, 0, 0, 0),
                        new ObjectReport(twice, 40, 10, 30, 0, 0));
        assertThat(rows("SELECT count(*), count(DISTINCT line_id) FROM sales_line"))
                .containsExactly("310|310");
    }

    @Test
    void takesObjectsAsTheyComeAboutAndNothingOfThemUnlessFinished() throws SQLException {
        LoadObject first = objects.lake("first.gz", lines(0, 100));
        LoadObject second = objects.lake("second.gz", lines(50, 150));
        LoadObject loaded = objects.lake("loaded.gz", lines(500, 600));
        loads.load(loaded);
        try (OpenLoad open = loads.open()) {
            open.add(List.of(first));
            open.add(List.of(second));
        }
        assertThat(rows("SELECT count(*) FROM sales_line")).containsExactly("100");
        assertThat(rows("SELECT object FROM load_history")).containsExactly("s3://lake/loaded.gz");

        try (OpenLoad open = loads.open()) {
            open.add(List.of(first, loaded));
            open.add(List.of(second));
            LoadReport report = open.finish();
            assertThat(report.merged()).isEqualTo(150);
            assertThat(report.alreadyThere()).isEqualTo(50);
            assertThat(report.skipped()).isEqualTo(1);
        }
        assertThat(rows("SELECT count(*) FROM sales_line")).containsExactly("250");
    }

    @Test
    void takesLinesBeforeTheirObjectsLieThere() throws SQLException {
        loads.load(objects.lake("before.gz", lines(250, 260)));
        LoadObject copied = objects.lake("copied.gz", lines(0, 200));
        LoadObject notNew = objects.lake("not-new.gz", lines(200, 300));
        LoadObject read = objects.lake("read.gz", lines(300, 400));
        try (OpenLoad open = loads.open()) {
            assertThat(open.takesLines()).isTrue();
            open.addLines(0, List.of(lines(0, 150)));
            open.addLines(0, List.of(lines(150, 200)));
            open.addLines(1, List.of(lines(200, 240)));
            open.add(0, copied, 200);
            open.add(2, read, 100);
            open.addLines(1, List.of(lines(240, 270)));
            open.addLines(1, List.of(lines(270, 300)));
            open.addLines(3, List.of(lines(400, 410)));
            open.add(1, notNew, 100);
            open.add(3, objects.lake("last.gz", lines(400, 410)), 10);
            assertThat(open.finish().loaded())
                    .contains(
                            new ObjectReport(copied, 200, 200, 0, 0, 0),
                            new ObjectReport(notNew, 100, 90, 10, 0, 0),
                            new ObjectReport(read, 100, 100, 0, 0, 0));
        }
        assertThat(rows("SELECT count(*), count(DISTINCT line_id) FROM sales_line"))
                .containsExactly("410|410");
    }

    @Test
    void takesALoadBackWhenRejectedLinesCannotBeKept() throws SQLException {
        WarehouseLoad broken =
                WarehouseLoad.intoPostgres(TRANSACTIONS, TestWarehouse.dataSource(), objects, (object, lines) -> {
                    throw new IllegalStateException("S3 is out");
                });
        LoadObject good = objects.lake("good.gz", lines(0, 100));
        LoadObject bad = objects.text("bad.gz", TransactionColumns.WIRE, "nonsense\n");
        assertThatThrownBy(() -> broken.load(List.of(good, bad))).hasMessage("S3 is out");
        assertThat(rows("SELECT count(*) FROM sales_line")).containsExactly("0");
        assertThat(loads.load(good, bad).merged()).isEqualTo(100);
    }

    private static String kept(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static TransactionLine[] lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> SampleLines.line(Integer.toString(500_000 + i / 20), "85123A", "l" + i))
                .toArray(TransactionLine[]::new);
    }
}
