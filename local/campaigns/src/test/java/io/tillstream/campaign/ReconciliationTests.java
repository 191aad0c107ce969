package io.tillstream.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A campaign is worth as much as what its reconciliation would notice. */
class ReconciliationTests {

    private static final String SHARD = "shardId-000000000001";

    private final Ledger ledger = new Ledger();
    private final List<Line> lines = new Trade(1).next(200);
    private final List<Found> lake =
            new ArrayList<>(lines.stream().map(ReconciliationTests::found).toList());
    private final List<Found> invoices = new ArrayList<>(lake);
    private final List<Found> delivered = new ArrayList<>(lake);
    private final List<Found> warehouse = new ArrayList<>(lake);
    private final Set<Purchase> purchases = new HashSet<>(Purchase.of(lines));
    private final Poison poison = Poison.of("garbage", "poison".getBytes(UTF_8), "JSON", SHARD + "-7.0");
    private final List<DeadLetterReader.Letter> letters = new ArrayList<>(
            List.of(new DeadLetterReader.Letter(poison.content(), "not JSON", poison.place(), "rejected/lake/letter")));
    private final List<String> keys = new ArrayList<>(List.of("raw/transactions/object", "rejected/lake/letter"));

    ReconciliationTests() {
        lines.forEach(ledger::acknowledge);
        ledger.acknowledge(poison);
    }

    @Test
    void balancesWhenEverythingIsThereOnce() {
        delivered.add(delivered.getFirst());
        assertThat(mismatches()).isEmpty();
    }

    @Test
    void noticesWhatIsMissing() {
        lake.removeFirst();
        invoices.remove(1);
        delivered.remove(2);
        warehouse.remove(3);
        warehouse.add(warehouse.getFirst());
        purchases.remove(purchases.iterator().next());
        letters.clear();
        assertThat(mismatches())
                .anyMatch(text -> text.startsWith("missing in lake: 1"))
                .anyMatch(text -> text.startsWith("missing in Invoices: 1"))
                .anyMatch(text -> text.startsWith("missing in Firehose: 1"))
                .anyMatch(text -> text.startsWith("missing in the warehouse: 1"))
                .anyMatch(text -> text.startsWith("twice in the warehouse: 1"))
                .anyMatch(text -> text.startsWith("missing in Customers: 1"))
                .anyMatch(text -> text.startsWith("without its dead letter of lake: 1"));
    }

    @Test
    void noticesALineThatLiesInTheLakeTwice() {
        lake.add(lake.getFirst());
        assertThat(mismatches()).singleElement().asString().startsWith("stored twice in the lake: 1");
    }

    @Test
    void noticesAWrongValue() {
        Found right = invoices.removeFirst();
        invoices.add(new Found(right.row(), Line.derived(BigDecimal.TEN, "SALE"), right.place(), right.shard()));
        assertThat(mismatches()).singleElement().asString().startsWith("wrong in Invoices: 1");
    }

    @Test
    void noticesWhatNobodySent() {
        Found stranger = found(new Trade(2).together(1).getFirst().identifiedBy("stranger"));
        lake.add(stranger);
        letters.add(new DeadLetterReader.Letter("AAAA", "not JSON", SHARD + "-8.0", "rejected/lake/other"));
        keys.add("raw/elsewhere");
        assertThat(mismatches())
                .hasSize(3)
                .anyMatch(text -> text.startsWith("never sent, but in lake: 1"))
                .anyMatch(text -> text.startsWith("dead letters of lake for what is no poison: 1"))
                .anyMatch(text -> text.startsWith("objects that nobody should have made: 1"));
    }

    @Test
    void takesWhatWasNotAnsweredAsItIs() {
        Line there = new Trade(3).together(1).getFirst().identifiedBy("there");
        ledger.leaveUnanswered(there);
        ledger.leaveUnanswered(there.identifiedBy("not there"));
        lake.add(found(there));
        assertThat(mismatches()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readsRowsOfEveryFeedAsTheyWereSent(Traffic traffic) {
        Row one = traffic.rows(1).next(1).getFirst();
        for (Row row : traffic.rows(1).next(300)) {
            Found found =
                    traffic.found(Json.read(new String(Json.wire(row), UTF_8)), Naming.CAMEL_CASE, "somewhere", SHARD);
            assertThat(found.says(row)).as("%s as %s", row, found).isTrue();
            assertThat(found.says(one)).isEqualTo(row.equals(one));
        }
    }

    @Test
    void balancesTheBooksOfEventsAlone() {
        Ledger events = new Ledger();
        List<Event> rows = new Visits(1).next(50);
        rows.forEach(events::acknowledge);
        List<Found> stored = rows.stream()
                .map(row -> new Found(row, row.derived(), "somewhere", SHARD))
                .toList();
        assertThat(mismatchesOfEvents(events, stored, List.of("raw/events/object", "rejected/events-lake/letter")))
                .isEmpty();
        assertThat(mismatchesOfEvents(events, stored.subList(1, 50), List.of("rejected/lake/letter")))
                .hasSize(4)
                .anyMatch(text -> text.startsWith("missing in lake: 1"))
                .anyMatch(text -> text.startsWith("missing in Firehose: 1"))
                .anyMatch(text -> text.startsWith("missing in the warehouse: 1"))
                .anyMatch(text -> text.startsWith("objects that nobody should have made: 1"));
    }

    private static List<String> mismatchesOfEvents(Ledger events, List<Found> stored, List<String> objects) {
        Holdings holdings = new Holdings(stored, List.of(), Set.of(), stored, stored, Map.of(), objects, List.of());
        return new Reconciliation(Traffic.EVENTS, events, holdings, copies -> false)
                .run()
                .mismatches();
    }

    private List<String> mismatches() {
        Holdings holdings =
                new Holdings(lake, invoices, purchases, delivered, warehouse, Map.of("lake", letters), keys, List.of());
        return new Reconciliation(Traffic.TRANSACTIONS, ledger, holdings, copies -> false)
                .run()
                .mismatches();
    }

    private static Found found(Line line) {
        return new Found(line, line.derived(), "somewhere", SHARD);
    }
}
