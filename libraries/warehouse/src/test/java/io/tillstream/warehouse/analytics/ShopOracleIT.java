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
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Carts, categories, brands, prices and cohorts of a file of events, against a plain program over the text of the file. */
class ShopOracleIT {

    private static final int ALL_GROUPS = 100_000;
    private static final List<String> ROWS = new Visits(20_200_229).rows(900);
    private static final List<RawEvent> EVENTS = ROWS.stream().map(RawEvent::of).toList();
    private static final EventFilter SOHO = new EventFilter(
            new Period(LocalDateTime.parse("2019-10-20T13:30"), LocalDateTime.parse("2019-12-05T00:00")), "soho");
    private static final List<RawEvent> SOHO_EVENTS =
            EVENTS.stream().filter(event -> isInSoho(event) && isInTime(event)).toList();

    private final Analytics analytics = new JdbcAnalytics(TestWarehouse.dataSource(), Duration.ofSeconds(30));

    @BeforeAll
    static void loadTheFile() throws SQLException {
        TestWarehouse.empty();
        new EventFiles().load("events.gz", Visits.HEADER + "\n" + String.join("\n", ROWS) + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhichCartsWereLeft(EventGrouping grouping) {
        for (EventUnit unit : EventUnit.values()) {
            assertThat(carts(unit, grouping, EventFilter.ALL)).isEqualTo(PlainCarts.of(EVENTS, unit, grouping));
            assertThat(carts(unit, grouping, SOHO)).isEqualTo(PlainCarts.of(SOHO_EVENTS, unit, grouping));
        }
        CartGroup all = requireNonNull(
                carts(EventUnit.SESSIONS, EventGrouping.ALL, EventFilter.ALL).get(""));
        assertThat(all.abandoned()).isBetween(50L, all.carts() - 50);
        assertThat(all.valueAbandoned()).isLessThan(all.valueLeft());
        assertThat(all.valueLeft()).isLessThan(all.valuePut());
    }

    @Test
    void ordersCartsByTimeOrByWhatWasLeft() {
        List<CartGroup> days =
                analytics.answer(new CartsQuestion(EventUnit.SESSIONS, EventGrouping.DAY, EventFilter.ALL, ALL_GROUPS));
        assertThat(days).extracting(CartGroup::name).isSorted();
        assertThat(analytics.answer(new CartsQuestion(EventUnit.SESSIONS, EventGrouping.DAY, EventFilter.ALL, 2)))
                .isEqualTo(days.subList(days.size() - 2, days.size()));
        assertThat(analytics.answer(
                        new CartsQuestion(EventUnit.USERS, EventGrouping.BRAND, EventFilter.ALL, ALL_GROUPS)))
                .isSortedAccordingTo(Comparator.comparing(CartGroup::valueLeft, Comparator.reverseOrder()));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ALL", "HOUR", "DAY"},
            mode = Mode.EXCLUDE)
    void tellsWhatHappenedToCategoriesAndBrands(EventGrouping grouping) {
        for (EventUnit unit : EventUnit.values()) {
            assertThat(products(grouping, EventRanking.REVENUE, unit, EventFilter.ALL))
                    .isEqualTo(plainProducts(EVENTS, grouping, EventRanking.REVENUE, unit));
            assertThat(products(grouping, EventRanking.VISITORS, unit, SOHO))
                    .isEqualTo(plainProducts(SOHO_EVENTS, grouping, EventRanking.VISITORS, unit));
        }
        assertThat(products(grouping, EventRanking.VIEWS, EventUnit.USERS, EventFilter.ALL))
                .extracting(group -> group.figures().views())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void tellsWhatHappenedAtWhichPrices() {
        List<BigDecimal> edges = List.of(
                new BigDecimal("-1"),
                new BigDecimal("79.19"),
                new BigDecimal("158.38"),
                new BigDecimal("400.5"),
                new BigDecimal("2000"));
        for (EventUnit unit : EventUnit.values()) {
            List<PriceBand> bands = analytics.answer(new PricesQuestion(edges, unit, EventFilter.ALL));
            assertThat(bands).isEqualTo(plainBands(EVENTS, edges, unit));
            assertThat(bands.getLast().figures()).isEqualTo(EventFigures.NONE);
            assertThat(analytics.answer(new PricesQuestion(edges, unit, SOHO)))
                    .isEqualTo(plainBands(SOHO_EVENTS, edges, unit));
        }
    }

    @Test
    void tellsWhoCameBackToBuy() {
        List<CohortMonth> cohorts = analytics.answer(new CohortsQuestion(EventFilter.ALL));
        assertThat(cohorts).isEqualTo(plainCohorts(EVENTS, first -> true));
        assertThat(cohorts).filteredOn(month -> month.monthsSince() > 1).isNotEmpty();
        assertThat(analytics.answer(new CohortsQuestion(SOHO)))
                .isEqualTo(plainCohorts(
                        EVENTS.stream().filter(ShopOracleIT::isInSoho).toList(), ShopOracleIT::isInTime));
    }

    private Map<String, CartGroup> carts(EventUnit unit, EventGrouping grouping, EventFilter filter) {
        return analytics.answer(new CartsQuestion(unit, grouping, filter, ALL_GROUPS)).stream()
                .collect(Collectors.toMap(group -> Objects.requireNonNullElse(group.name(), ""), group -> group));
    }

    private List<ProductGroup> products(
            EventGrouping grouping, EventRanking ranking, EventUnit unit, EventFilter filter) {
        return analytics.answer(new ProductGroupsQuestion(grouping, ranking, unit, filter, ALL_GROUPS));
    }

    private static List<ProductGroup> plainProducts(
            List<RawEvent> events, EventGrouping grouping, EventRanking ranking, EventUnit unit) {
        Comparator<ProductGroup> rank = ranking == EventRanking.REVENUE
                ? Comparator.comparing(group -> group.figures().revenue())
                : Comparator.comparingLong(group -> group.figures().visitors());
        return events.stream().collect(Collectors.groupingBy(event -> event.group(grouping))).entrySet().stream()
                .map(group -> new ProductGroup(
                        group.getKey().isEmpty() ? null : group.getKey(), figures(group.getValue(), unit)))
                .sorted(rank.reversed().thenComparing(group -> Objects.requireNonNullElse(group.name(), "")))
                .toList();
    }

    private static List<PriceBand> plainBands(List<RawEvent> events, List<BigDecimal> edges, EventUnit unit) {
        List<PriceBand> bands = new ArrayList<>();
        for (int i = 0; i <= edges.size(); i++) {
            BigDecimal from = i == 0 ? null : edges.get(i - 1);
            BigDecimal to = i == edges.size() ? null : edges.get(i);
            List<RawEvent> within = events.stream()
                    .filter(event -> (from == null || event.price().compareTo(from) >= 0)
                            && (to == null || event.price().compareTo(to) < 0))
                    .toList();
            bands.add(new PriceBand(from, to, figures(within, unit)));
        }
        return bands;
    }

    private static EventFigures figures(List<RawEvent> events, EventUnit unit) {
        Collection<RawEvent> bought = ofType(events, "purchase");
        return new EventFigures(
                ofType(events, "view").size(),
                ofType(events, "cart").size(),
                ofType(events, "remove_from_cart").size(),
                bought.size(),
                sum(bought),
                visitors(events, unit),
                visitors(bought, unit));
    }

    private static long visitors(Collection<RawEvent> events, EventUnit unit) {
        return events.stream()
                .map(event -> event.visitor(unit))
                .filter(visitor -> !visitor.isEmpty())
                .distinct()
                .count();
    }

    private static List<CohortMonth> plainCohorts(List<RawEvent> events, Predicate<RawEvent> first) {
        Map<YearMonth, List<List<RawEvent>>> cohorts = new TreeMap<>();
        ofType(events, "purchase").stream().collect(Collectors.groupingBy(RawEvent::user)).values().stream()
                .map(purchases -> purchases.stream()
                        .sorted(Comparator.comparing(RawEvent::time))
                        .toList())
                .filter(purchases -> first.test(purchases.getFirst()))
                .forEach(purchases -> cohorts.computeIfAbsent(month(purchases.getFirst()), month -> new ArrayList<>())
                        .add(purchases));
        List<CohortMonth> months = new ArrayList<>();
        cohorts.forEach((cohort, users) -> {
            for (int since = 0; since <= 12; since++) {
                YearMonth month = cohort.plusMonths(since);
                List<List<RawEvent>> active = users.stream()
                        .map(purchases -> purchases.stream()
                                .filter(purchase -> month(purchase).equals(month))
                                .toList())
                        .filter(purchases -> !purchases.isEmpty())
                        .toList();
                List<RawEvent> bought = active.stream().flatMap(List::stream).toList();
                if (!bought.isEmpty()) {
                    months.add(new CohortMonth(cohort, since, users.size(), active.size(), bought.size(), sum(bought)));
                }
            }
        });
        return months;
    }

    private static boolean isInSoho(RawEvent event) {
        return event.store().equals("soho");
    }

    private static boolean isInTime(RawEvent event) {
        return !event.time().isBefore(Instant.parse("2019-10-20T13:30:00Z"))
                && event.time().isBefore(Instant.parse("2019-12-05T00:00:00Z"));
    }

    private static YearMonth month(RawEvent event) {
        return YearMonth.from(event.time().atOffset(ZoneOffset.UTC));
    }

    private static List<RawEvent> ofType(Collection<RawEvent> events, String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    private static BigDecimal sum(Collection<RawEvent> events) {
        return events.stream().map(RawEvent::price).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
