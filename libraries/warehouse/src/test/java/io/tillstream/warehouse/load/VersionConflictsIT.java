package io.tillstream.warehouse.load;

import static io.tillstream.warehouse.TestWarehouse.execute;
import static io.tillstream.warehouse.TestWarehouse.rows;
import static io.tillstream.warehouse.load.InMemoryObjects.TRANSACTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.SampleLines;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.identity.TransactionHashing;
import io.tillstream.warehouse.TestWarehouse;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

/** Of lines with the same identity that say different things, the same one counts whatever was loaded first. */
class VersionConflictsIT {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final InMemoryObjects objects = new InMemoryObjects();
    private final List<RejectedLine> aside = new ArrayList<>();
    private final WarehouseLoad load = WarehouseLoad.intoPostgres(
            TRANSACTIONS, TestWarehouse.dataSource(), objects, (object, lines) -> aside.addAll(lines));

    @BeforeTry
    void empty() throws SQLException {
        TestWarehouse.empty();
        aside.clear();
    }

    @Example
    void twoShopsAndOneThatDoesNotSayHaveTheirOwnLines() throws SQLException {
        load.load(List.of(objects.lake("a.gz", line(null, "x", 1, 0))));
        LoadReport others = load.load(List.of(
                objects.lake("b.gz", line("soho", "x", 2, 0), line("york", "x", 3, 0), line("york", "x", 3, 5)),
                objects.lake("c.gz", line(null, "x", 1, 0))));
        assertThat(others.merged()).isEqualTo(2);
        assertThat(others.alreadyThere()).isEqualTo(2);
        assertThat(rows("SELECT store_id, quantity FROM sales_line ORDER BY quantity"))
                .containsExactly("null|1", "soho|2", "york|3");
    }

    @Example
    void takesOutWhatIsVoidWheneverItComes() throws SQLException {
        TransactionLine line = line("soho", "x", 1, 0);
        TransactionLine voiding = TransactionLine.voiding(line.key(), "typed twice", "desk", NOON.plusSeconds(9));
        for (List<List<TransactionLine>> order : List.of(
                List.of(List.of(line), List.of(voiding)),
                List.of(List.of(voiding), List.of(line)),
                List.of(List.of(line, voiding)),
                List.of(List.of(line), List.of(voiding), List.of(voiding, line)))) {
            TestWarehouse.empty();
            load.load(List.of(objects.lake("others.gz", line("york", "x", 3, 0), line(null, "x", 4, 0))));
            for (int i = 0; i < order.size(); i++) {
                LoadObject object = objects.lake(i + ".gz", order.get(i).toArray(TransactionLine[]::new));
                assertThat(load.load(List.of(object)).rejected()).isZero();
            }
            assertThat(rows("SELECT store_id, quantity FROM sales_line ORDER BY quantity"))
                    .containsExactly("york|3", "null|4");
            assertThat(rows("SELECT store_id, line_id, reason, voided_by FROM voided_line"))
                    .containsExactly("soho|x|typed twice|desk");
        }
        assertThat(aside).isEmpty();
    }

    @Example
    void takesAVoidInTheFormOfTheWarehouse() throws SQLException {
        TransactionLine line = line("soho", "x", 1, 0);
        TransactionLine voiding = TransactionLine.voiding(line.key(), "typed twice", "desk", NOON.plusSeconds(9));
        load.load(List.of(objects.sales("a.gz", line)));
        LoadObject second = objects.sales("b.gz", line("soho", "y", 2, 0), voiding);
        assertThat(load.load(List.of(second)).loaded()).containsExactly(new ObjectReport(second, 2, 2, 0, 0, 0));
        assertThat(rows("SELECT line_id FROM sales_line")).containsExactly("y");
    }

    @Example
    void setsAsideWhatWasReceivedLater() throws SQLException {
        load.load(List.of(objects.lake("a.gz", line("soho", "x", 1, 0))));
        LoadObject later = objects.lake("b.gz", line("soho", "y", 7, 0), line("soho", "x", 2, 1));
        assertThat(load.load(List.of(later)).loaded()).containsExactly(new ObjectReport(later, 2, 1, 0, 1, 0));
        assertThat(rows("SELECT line_id, quantity FROM sales_line ORDER BY line_id"))
                .containsExactly("x|1", "y|7");
        assertThat(aside)
                .extracting(
                        RejectedLine::object, RejectedLine::number, VersionConflictsIT::decoded, RejectedLine::reason)
                .containsExactly(tuple(
                        later,
                        2L,
                        line("soho", "x", 2, 1),
                        "the warehouse has another version of this line, and that one counts"));
        assertThat(rows("SELECT object, rows, merged, already_there, conflicting, rejected FROM load_history"
                        + " WHERE conflicting > 0"))
                .containsExactly("s3://lake/b.gz|2|1|0|1|0");
    }

    /** The hour between one and two of that night was none in London. */
    @Example
    void keepsTimesThatTheMachinesOwnZoneLacks() throws SQLException {
        TransactionLine usual = line("soho", "x", 2, 1);
        LineContent said = usual.content();
        LineContent atNight = new LineContent(
                said.invoiceNo(),
                said.stockCode(),
                said.description(),
                said.quantity(),
                LocalDateTime.of(2011, 3, 27, 1, 30),
                said.unitPrice(),
                said.customerId(),
                said.country(),
                said.storeId());
        TransactionLine later = new TransactionLine(atNight, usual.lineId(), usual.receivedAt());
        TimeZone own = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
        try {
            load.load(List.of(objects.lake("a.gz", line("soho", "x", 1, 0))));
            load.load(List.of(objects.lake("b.gz", later)));
        } finally {
            TimeZone.setDefault(own);
        }
        assertThat(aside).extracting(VersionConflictsIT::decoded).containsExactly(later);
    }

    @Example
    void replacesWhatWasReceivedLater() throws SQLException {
        TransactionLine first = line("soho", "x", 1, 5);
        TransactionLine derived = new TransactionLine(
                first.content(),
                first.lineId(),
                first.receivedAt(),
                new Attributes(Map.of(
                        "tier",
                        new AttributeValue.Text("gold"),
                        "vat",
                        new AttributeValue.Numeral(new BigDecimal("2.55")),
                        "vip",
                        new AttributeValue.Flag(true))));
        load.load(List.of(objects.lake("a.gz", derived, line("soho", "y", 7, 0))));
        LoadObject earlier = objects.lake("b.gz", line("soho", "x", 2, 1));
        assertThat(load.load(List.of(earlier)).loaded()).containsExactly(new ObjectReport(earlier, 1, 0, 0, 1, 0));
        assertThat(rows("SELECT line_id, quantity FROM sales_line ORDER BY line_id"))
                .containsExactly("x|2", "y|7");
        assertThat(aside)
                .extracting(
                        RejectedLine::object, RejectedLine::number, VersionConflictsIT::decoded, RejectedLine::reason)
                .containsExactly(tuple(
                        earlier,
                        1L,
                        derived,
                        "this version of the line was in the warehouse, and the one at this place counts"));
    }

    @Example
    void leavesWhatWasLoadedBeforeTimesWereKept() throws SQLException {
        load.load(List.of(objects.lake("a.gz", line(null, "x", 1, 5))));
        execute("UPDATE sales_line SET received_at = NULL");
        assertThat(load.load(List.of(objects.lake("b.gz", line(null, "x", 2, 0))))
                        .conflicting())
                .isEqualTo(1);
        assertThat(rows("SELECT quantity FROM sales_line")).containsExactly("1");
    }

    @Example
    void takesARowThatWasChangedByHandForWhatItSaysWhateverItsTotal() throws SQLException {
        load.load(List.of(objects.lake("a.gz", line("soho", "x", 1, 5))));
        execute("UPDATE sales_line SET quantity = 3");
        load.load(List.of(objects.lake("b.gz", line("soho", "x", 2, 0))));
        assertThat(rows("SELECT quantity FROM sales_line")).containsExactly("2");
        assertThat(aside).extracting(VersionConflictsIT::decoded).containsExactly(line("soho", "x", 3, 5));
    }

    @Example
    void takesALoadBackThatMeetsARowThatIsNoLine() throws SQLException {
        load.load(List.of(objects.lake("a.gz", line("soho", "x", 1, 5))));
        execute("UPDATE sales_line SET country = ''");
        LoadObject other = objects.lake("b.gz", line("soho", "x", 2, 0));
        assertThatThrownBy(() -> load.load(List.of(other)))
                .isInstanceOf(LoadMismatchException.class)
                .hasMessageContaining("A row of sales_line is no line: ")
                .hasMessageContaining("invoice_no \"");
        assertThat(rows("SELECT quantity FROM sales_line")).containsExactly("1");
    }

    @Property(tries = 80)
    void theSameLineCountsWhateverWasLoadedFirst(@ForAll("loads") List<List<List<TransactionLine>>> loads)
            throws SQLException {
        List<TransactionLine> all = new ArrayList<>();
        for (int i = 0; i < loads.size(); i++) {
            List<LoadObject> manifest = new ArrayList<>();
            for (List<TransactionLine> object : loads.get(i)) {
                all.addAll(object);
                manifest.add(objects.lake("load-" + i + "-" + manifest.size(), object.toArray(TransactionLine[]::new)));
            }
            load.load(manifest);
        }
        Map<Object, TransactionLine> first =
                all.stream().collect(Collectors.toMap(TransactionLine::key, line -> line, VersionConflictsIT::firstOf));
        assertThat(rows("SELECT store_id, line_id, quantity FROM sales_line"))
                .containsExactlyInAnyOrderElementsOf(first.values().stream()
                        .map(line -> line.storeId().map(StoreId::value).orElse("null") + "|" + line.lineId() + "|"
                                + line.quantity())
                        .toList());
        assertThat(rows("SELECT count(*) FROM load_history"
                        + " WHERE rows <> merged + already_there + conflicting + rejected"))
                .containsExactly("0");
        assertThat(rows("SELECT coalesce(sum(rows), 0), coalesce(sum(merged), 0), coalesce(sum(conflicting), 0)"
                        + " FROM load_history"))
                .containsExactly(all.size() + "|" + first.size() + "|" + aside.size());
    }

    private static TransactionLine firstOf(TransactionLine one, TransactionLine other) {
        return TransactionHashing.versionOf(one).compareTo(TransactionHashing.versionOf(other)) <= 0 ? one : other;
    }

    @Provide
    Arbitrary<List<List<List<TransactionLine>>>> loads() {
        Arbitrary<TransactionLine> line = Combinators.combine(
                        Arbitraries.of("", "soho"),
                        Arbitraries.of("x", "y", named(null, 2), named("soho", 3)),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 4))
                .as((shop, id, quantity, seconds) -> line(shop.isEmpty() ? null : shop, id, quantity, seconds));
        return line.list().ofMaxSize(6).list().ofMinSize(1).ofMaxSize(3).list().ofMaxSize(5);
    }

    /** The id of a line that says what a file said. */
    private static String named(@Nullable String shop, int quantity) {
        return TransactionHashing.versionOf(line(shop, "x", quantity, 0)).content() + "-0";
    }

    private static TransactionLine decoded(RejectedLine line) {
        return (TransactionLine) ((Decoded.Line) new LineCodec().decode(line.bytes())).line();
    }

    private static TransactionLine line(@Nullable String shop, String id, int quantity, int seconds) {
        LineContent plain =
                SampleLines.line("1", "A", id, null, quantity, "2.55").content();
        LineContent content = new LineContent(
                plain.invoiceNo(),
                plain.stockCode(),
                null,
                quantity,
                plain.invoiceDate(),
                plain.unitPrice(),
                null,
                plain.country(),
                shop == null ? null : new StoreId(shop));
        return new TransactionLine(content, new LineId(id), NOON.plusSeconds(seconds));
    }
}
