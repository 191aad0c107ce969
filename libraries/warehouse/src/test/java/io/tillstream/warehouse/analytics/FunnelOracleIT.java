package io.tillstream.warehouse.analytics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.warehouse.TestWarehouse;
import io.tillstream.warehouse.load.EventFiles;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The funnel of a file of events, against the one that a plain program works out from the text of the file. */
class FunnelOracleIT {

    private static final int ALL_GROUPS = 100_000;
    private static final Visits VISITS = new Visits(20_191_001);
    private static final List<String> ROWS = VISITS.rows(900);
    private static final List<RawEvent> EVENTS = ROWS.stream().map(RawEvent::of).toList();
    private static final EventFiles FILES = new EventFiles();

    private final Analytics analytics = new JdbcAnalytics(TestWarehouse.dataSource(), Duration.ofSeconds(30));

    @BeforeAll
    static void loadTheFile() throws SQLException {
        TestWarehouse.empty();
        assertThat(FILES.load("events.gz", csv(ROWS))).isEqualTo(ROWS.size());
    }

    @ParameterizedTest
    @EnumSource
    void isTheOneOfTheFile(EventGrouping grouping) {
        for (EventUnit unit : EventUnit.values()) {
            assertThat(asked(unit, grouping, EventFilter.ALL))
                    .as(unit + " by " + grouping)
                    .isEqualTo(expected(EVENTS, unit, grouping));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isThatOfAShopAndOfAPeriod(EventGrouping grouping) {
        LocalDateTime from = LocalDateTime.parse("2019-10-20T13:30");
        LocalDateTime to = LocalDateTime.parse("2019-12-05T00:00");
        for (String store : List.of("", "soho")) {
            EventFilter filter = new EventFilter(new Period(from, to), store);
            List<RawEvent> events = EVENTS.stream()
                    .filter(event -> event.store().equals(store)
                            && !event.time().isBefore(utc(from))
                            && event.time().isBefore(utc(to)))
                    .toList();
            for (EventUnit unit : EventUnit.values()) {
                assertThat(asked(unit, grouping, filter))
                        .as(unit + " by " + grouping + " of " + filter)
                        .isEqualTo(expected(events, unit, grouping));
            }
        }
    }

    @Test
    void changesNothingWhenTheFileComesAgainInAnotherOrderAndSpelling() {
        Map<String, FunnelGroup> before = asked(EventUnit.SESSIONS, EventGrouping.BRAND, EventFilter.ALL);

        assertThat(FILES.load("again.gz", csv(VISITS.toldAgain(ROWS)))).isZero();
        assertThat(asked(EventUnit.SESSIONS, EventGrouping.BRAND, EventFilter.ALL))
                .isEqualTo(before);
    }

    /** What makes the comparison worth something: each way through a visit occurs often. */
    @Test
    void isThatOfAFileWithEverythingInIt() {
        FunnelGroup all = requireNonNull(
                asked(EventUnit.SESSIONS, EventGrouping.ALL, EventFilter.ALL).get(""));
        assertThat(all.visitors()).isGreaterThan(all.viewed() + 50);
        assertThat(all.viewed()).isGreaterThan(all.carted() + 50);
        assertThat(all.carted()).isGreaterThan(all.purchased() + 50);
        assertThat(all.converted()).isGreaterThan(all.purchased() + 50);
        assertThat(all.purchased()).isGreaterThan(50);
        assertThat(EVENTS.stream().filter(event -> event.session().isEmpty()).count())
                .isGreaterThan(100);
        assertThat(EVENTS.stream().distinct().count()).isLessThan(EVENTS.size());
    }

    @Test
    void comesInTheOrderOfTimeOrOfVisitorsAndNoLongerThanAsked() {
        List<FunnelGroup> days = analytics.answer(
                new FunnelQuestion(EventUnit.SESSIONS, EventGrouping.DAY, EventFilter.ALL, ALL_GROUPS));
        assertThat(days).extracting(FunnelGroup::name).isSorted();
        assertThat(analytics.answer(new FunnelQuestion(EventUnit.SESSIONS, EventGrouping.DAY, EventFilter.ALL, 3)))
                .isEqualTo(days.subList(days.size() - 3, days.size()));
        List<FunnelGroup> brands =
                analytics.answer(new FunnelQuestion(EventUnit.USERS, EventGrouping.BRAND, EventFilter.ALL, ALL_GROUPS));
        assertThat(brands)
                .isSortedAccordingTo(
                        Comparator.comparingLong(FunnelGroup::visitors).reversed());
        assertThat(analytics.answer(new FunnelQuestion(EventUnit.USERS, EventGrouping.BRAND, EventFilter.ALL, 2)))
                .isEqualTo(brands.subList(0, 2));
    }

    private Map<String, FunnelGroup> asked(EventUnit unit, EventGrouping grouping, EventFilter filter) {
        return analytics.answer(new FunnelQuestion(unit, grouping, filter, ALL_GROUPS)).stream()
                .map(FunnelOracleIT::plain)
                .collect(Collectors.toMap(group -> Objects.requireNonNullElse(group.name(), ""), group -> group));
    }

    private static Map<String, FunnelGroup> expected(List<RawEvent> events, EventUnit unit, EventGrouping grouping) {
        return new PlainFunnel(events)
                .groups(unit, grouping).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, group -> plain(group.getValue())));
    }

    /** With times of one scale, so that equal ones are equal. */
    private static FunnelGroup plain(FunnelGroup group) {
        return new FunnelGroup(
                group.name(),
                group.visitors(),
                group.viewed(),
                group.carted(),
                group.purchased(),
                group.converted(),
                group.secondsToCart() == null ? null : scaled(group.secondsToCart()),
                group.secondsToPurchase() == null ? null : scaled(group.secondsToPurchase()));
    }

    private static BigDecimal scaled(BigDecimal seconds) {
        return seconds.setScale(4);
    }

    private static Instant utc(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    private static String csv(List<String> rows) {
        return Visits.HEADER + "\n" + String.join("\n", rows) + "\n";
    }
}
