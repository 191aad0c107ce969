package io.tillstream.producer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntheticSessionsTests {

    private static final LocalDate START = LocalDate.of(2019, 10, 1);
    private static final int DAYS = 20;
    private static final int ROWS = 60_000;

    private final List<EventRow> rows = rows(1, ROWS);

    @Test
    void makesExactlySoManyRows() {
        assertThat(rows).hasSize(ROWS);
        assertThat(rows(1, 1)).hasSize(1);
    }

    @Test
    void dependsOnTheSeedOnly() {
        assertThat(rows(1, 500)).isEqualTo(rows(1, 500)).isNotEqualTo(rows(2, 500));
    }

    @Test
    void comesInTheOrderOfTimeOverAllSessions() {
        assertThat(rows.stream().map(EventRow::second)).isSorted();
        assertThat(rows.getFirst().second())
                .isEqualTo(Instant.parse("2019-10-01T00:00:00Z").getEpochSecond());
        assertThat(Instant.ofEpochSecond(rows.getLast().second())).isAfter("2019-10-20T20:00:00Z");
        assertThat(sessions().values()).as("sessions overlap").anyMatch(this::isInterrupted);
    }

    @Test
    void fewerSessionsTakeEachStepOfTheFunnel() {
        assertThat(shareOfSessions(EventType.VIEW)).isBetween(0.95, 0.995);
        assertThat(shareOfSessions(EventType.CART)).isBetween(0.2, 0.28);
        assertThat(shareOfSessions(EventType.PURCHASE)).isBetween(0.03, 0.05);
        assertThat(share(row -> row.type() == EventType.VIEW)).isBetween(0.55, 0.68);
        assertThat(share(row -> row.type() == EventType.REMOVE_FROM_CART)).isBetween(0.05, 0.11);
    }

    @Test
    void nothingLeavesACartThatWasNotPutIntoIt() {
        for (List<EventRow> session : sessions().values()) {
            List<ShopProduct> cart = new ArrayList<>();
            for (EventRow row : withoutRepeats(session)) {
                switch (row.type()) {
                    case CART -> cart.add(row.product());
                    case REMOVE_FROM_CART, PURCHASE ->
                        assertThat(cart.remove(row.product())).isTrue();
                    case VIEW -> {
                        // The cart stays as it is.
                    }
                }
            }
        }
    }

    @Test
    void hasTheQuirksOfTheDataSet() {
        assertThat(share(row -> row.product().brand().isEmpty())).isBetween(0.35, 0.5);
        assertThat(share(row -> row.product().category().code().isEmpty())).isBetween(0.1, 0.45);
        assertThat(rows)
                .filteredOn(row -> !row.product().category().code().isEmpty())
                .allMatch(row -> row.product().category().code().split("\\.", -1).length == 3);
        double surplus = ROWS - new HashSet<>(rows).size();
        assertThat(surplus / ROWS).isBetween(0.005, 0.03);
        assertThat(rows(3, 300_000)).anyMatch(row -> row.session().isEmpty());
    }

    @Test
    void aProductKeepsItsPriceCategoryAndBrand() {
        Map<Integer, ShopProduct> products = new HashMap<>();
        for (EventRow row : rows) {
            ShopProduct before = products.putIfAbsent(row.product().id(), row.product());
            assertThat(before == null || before.equals(row.product())).isTrue();
        }
        assertThat(products).hasSizeGreaterThan(3_000);
    }

    @Test
    void usersComeAgain() {
        Map<Integer, Set<String>> sessions = rows.stream()
                .collect(Collectors.groupingBy(
                        EventRow::user, Collectors.mapping(EventRow::session, Collectors.toSet())));
        double again = sessions.values().stream().filter(ids -> ids.size() > 1).count();
        assertThat(again / sessions.size()).isBetween(0.2, 0.8);
        assertThat(sessions.values()).anyMatch(ids -> ids.size() > 20);
    }

    @Test
    void holdsTheSessionsThatAreNotOverAndNoMore() {
        SyntheticSessions sessions = new SyntheticSessions(1, START, DAYS);
        int[] most = {0};
        sessions.generate(ROWS, row -> most[0] = Math.max(most[0], sessions.held()));
        assertThat(most[0]).isLessThan(200);
    }

    private boolean isInterrupted(List<EventRow> session) {
        int first = rows.indexOf(session.getFirst());
        return session.size() > 1
                && !rows.get(first + 1).session().equals(session.getFirst().session());
    }

    private static List<EventRow> withoutRepeats(List<EventRow> session) {
        List<EventRow> once = new ArrayList<>();
        for (EventRow row : session) {
            if (once.isEmpty() || !row.equals(once.getLast())) {
                once.add(row);
            }
        }
        return once;
    }

    private double shareOfSessions(EventType type) {
        double with = sessions().values().stream()
                .filter(session -> session.stream().anyMatch(row -> row.type() == type))
                .count();
        return with / sessions().size();
    }

    private Map<String, List<EventRow>> sessions() {
        return rows.stream().filter(row -> !row.session().isEmpty()).collect(Collectors.groupingBy(EventRow::session));
    }

    private double share(Predicate<EventRow> predicate) {
        return rows.stream().filter(predicate).count() * 1.0 / ROWS;
    }

    private static List<EventRow> rows(long seed, int count) {
        List<EventRow> rows = new ArrayList<>(count);
        new SyntheticSessions(seed, START, DAYS).generate(count, rows::add);
        return rows;
    }
}
