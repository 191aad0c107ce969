package io.tillstream.warehouse.analytics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tillstream.warehouse.ShopEvents;
import io.tillstream.warehouse.TestWarehouse;
import io.tillstream.warehouse.load.EventFiles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How good the users of a file of events are and who of them stays away, against a plain program over the text of the file. */
class ShopperOracleIT {

    private static final int ALL_ROWS = 100_000;

    private final Analytics analytics = new JdbcAnalytics(TestWarehouse.dataSource(), Duration.ofSeconds(30));

    @BeforeEach
    void empty() throws SQLException {
        TestWarehouse.empty();
    }

    @Test
    void scoresUsersByWhatTheyBought() {
        Map<String, Shopper> shoppers = loaded(new Visits(7).rows(300));
        List<CustomerScore> scores = scores(null);

        assertThat(scores).hasSameSizeAs(shoppers.keySet());
        assertThat(scores).allSatisfy(score -> {
            Shopper shopper = requireNonNull(shoppers.get(score.customerId()));
            assertThat(score.daysSince()).isEqualTo(shopper.daysSince());
            assertThat(score.lastPurchase()).isEqualTo(shopper.days().last());
            assertThat(score.invoices()).isEqualTo(shopper.orders());
            assertThat(score.net()).isEqualTo(shopper.net());
        });
        assertThat(scores.stream().collect(Collectors.toMap(CustomerScore::customerId, CustomerScore::recency)))
                .isEqualTo(fifths(
                        shoppers, Comparator.comparingInt(Shopper::daysSince).reversed()));
        assertThat(scores.stream().collect(Collectors.toMap(CustomerScore::customerId, CustomerScore::frequency)))
                .isEqualTo(fifths(shoppers, Comparator.comparingInt(Shopper::orders)));
        assertThat(scores.stream().collect(Collectors.toMap(CustomerScore::customerId, CustomerScore::monetary)))
                .isEqualTo(fifths(shoppers, Comparator.comparing(Shopper::net)));
        assertThat(analytics.answer(new SegmentsQuestion(PurchaseFeed.EVENTS)))
                .containsExactlyInAnyOrderElementsOf(segments(scores));
        assertThat(analytics.answer(new ScoresQuestion(null, ALL_ROWS))).isEmpty();
    }

    @Test
    void tellsWhichUsersStayAway() {
        Map<String, Shopper> shoppers = loaded(new Visits(8).rows(300));
        List<CustomerChurn> churn = churn(null);

        assertThat(churn).hasSameSizeAs(shoppers.keySet());
        assertThat(churn).allSatisfy(user -> {
            Shopper shopper = requireNonNull(shoppers.get(user.customerId()));
            assertThat(user.lastPurchase()).isEqualTo(shopper.days().last());
            assertThat(user.daysSince()).isEqualTo(shopper.daysSince());
            assertThat(user.net()).isEqualTo(shopper.net());
            assertThat(user.risk()).isEqualTo(shopper.risk());
        });
        assertThat(churn).extracting(CustomerChurn::risk).contains(ChurnRisk.values());
        assertThat(analytics.answer(new ChurnQuestion(null, ALL_ROWS))).isEmpty();
    }

    /** By hand, so that the two programs cannot be wrong alike. */
    @Test
    void takesASessionForAnOrderAndTheLastEventForTheEnd() throws SQLException {
        ShopEvents visits = new ShopEvents();
        visits.add("a", "2019-10-01 23:59:59+00", "purchase", "cup", "home", "2.50", "anna", "'1'");
        visits.add("b", "2019-10-02 00:00:01+00", "purchase", "hat", "home", "9.99", "anna", "'1'");
        visits.add("c", "2019-10-05 10:00:00+00", "purchase", "cup", "home", "2.50", "anna", "NULL");
        visits.add("d", "2019-10-05 10:00:00+00", "purchase", "cup", "home", "2.50", "anna", "NULL");
        visits.add("e", "2019-10-08 12:00:00+00", "view", "cup", "home", "2.50", "bert", "'2'");
        visits.add("f", "9999-12-31 12:00:00+00", "view", "cup", "home", "2.50", "bert", "'2'");
        visits.at("soho");
        visits.add("g", "2019-10-05 11:00:00+00", "purchase", "cup", "home", "2.50", "anna", "'1'");

        assertThat(scores(null))
                .extracting(
                        CustomerScore::customerId,
                        CustomerScore::invoices,
                        CustomerScore::daysSince,
                        CustomerScore::lastPurchase,
                        CustomerScore::net)
                .containsExactly(tuple("anna", 4L, 3, LocalDate.parse("2019-10-05"), new BigDecimal("19.99")));
        assertThat(churn(ChurnRisk.ACTIVE))
                .containsExactly(new CustomerChurn(
                        "anna",
                        LocalDate.parse("2019-10-05"),
                        3,
                        new BigDecimal("2.00"),
                        new BigDecimal("1.50"),
                        ChurnRisk.ACTIVE,
                        new BigDecimal("19.99")));
        assertThat(churn(ChurnRisk.LOST)).isEmpty();
        assertThat(scores(CustomerSegment.CHAMPIONS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tellsNothingOfNothing(EventGrouping grouping) {
        assertThat(scores(null)).isEmpty();
        assertThat(churn(null)).isEmpty();
        assertThat(analytics.answer(new SegmentsQuestion(PurchaseFeed.EVENTS))).isEmpty();
        assertThat(analytics.answer(new CohortsQuestion(EventFilter.ALL))).isEmpty();
        assertThat(analytics.answer(new PricesQuestion(List.of(BigDecimal.TEN), EventUnit.USERS, EventFilter.ALL)))
                .containsExactly(
                        new PriceBand(null, BigDecimal.TEN, EventFigures.NONE),
                        new PriceBand(BigDecimal.TEN, null, EventFigures.NONE));
        for (EventUnit unit : EventUnit.values()) {
            assertThat(analytics.answer(new FunnelQuestion(unit, grouping, EventFilter.ALL, 10)))
                    .isEqualTo(grouping == EventGrouping.ALL ? List.of(FunnelGroup.NOBODY) : List.of());
            assertThat(analytics.answer(new CartsQuestion(unit, grouping, EventFilter.ALL, 10)))
                    .isEqualTo(grouping == EventGrouping.ALL ? List.of(CartGroup.NONE) : List.of());
        }
        assertThat(analytics.answer(new ProductGroupsQuestion(
                        EventGrouping.BRAND, EventRanking.REVENUE, EventUnit.USERS, EventFilter.ALL, 10)))
                .isEmpty();
    }

    private List<CustomerScore> scores(@Nullable CustomerSegment segment) {
        return analytics.answer(new ScoresQuestion(PurchaseFeed.EVENTS, segment, ALL_ROWS));
    }

    private List<CustomerChurn> churn(@Nullable ChurnRisk risk) {
        return analytics.answer(new ChurnQuestion(PurchaseFeed.EVENTS, risk, ALL_ROWS));
    }

    private static Map<String, Shopper> loaded(List<String> rows) {
        new EventFiles().load("events.gz", Visits.HEADER + "\n" + String.join("\n", rows) + "\n");
        List<RawEvent> events = rows.stream().map(RawEvent::of).toList();
        LocalDate end = events.stream()
                .map(ShopperOracleIT::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Map<String, Shopper> shoppers = new TreeMap<>();
        events.stream()
                .filter(event -> event.type().equals("purchase"))
                .collect(Collectors.groupingBy(RawEvent::user))
                .forEach((user, bought) -> shoppers.put(user, Shopper.of(user, bought, end)));
        return shoppers;
    }

    private static List<SegmentSales> segments(List<CustomerScore> scores) {
        List<SegmentSales> segments = new ArrayList<>();
        scores.stream()
                .collect(Collectors.groupingBy(CustomerScore::segment))
                .forEach((segment, users) -> segments.add(new SegmentSales(
                        segment,
                        users.size(),
                        users.stream().map(CustomerScore::net).reduce(new BigDecimal("0.00"), BigDecimal::add))));
        return segments;
    }

    /** From 1 to 5; where they cannot be equally many, the lower ones are one more. */
    private static Map<String, Integer> fifths(Map<String, Shopper> shoppers, Comparator<Shopper> from1) {
        List<Shopper> ordered = shoppers.values().stream()
                .sorted(from1.thenComparing(Shopper::user))
                .toList();
        Map<String, Integer> fifths = new TreeMap<>();
        int next = 0;
        for (int fifth = 1; fifth <= 5; fifth++) {
            int size = ordered.size() / 5 + (fifth <= ordered.size() % 5 ? 1 : 0);
            for (Shopper shopper : ordered.subList(next, next + size)) {
                fifths.put(shopper.user(), fifth);
            }
            next += size;
        }
        return fifths;
    }

    private static LocalDate day(RawEvent event) {
        return event.time().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private record Shopper(String user, TreeSet<LocalDate> days, int orders, BigDecimal net, int daysSince) {

        static Shopper of(String user, List<RawEvent> bought, LocalDate end) {
            TreeSet<LocalDate> days =
                    new TreeSet<>(bought.stream().map(ShopperOracleIT::day).toList());
            long sessions = bought.stream()
                    .map(event -> event.visitor(EventUnit.SESSIONS))
                    .filter(session -> !session.isEmpty())
                    .distinct()
                    .count();
            long without =
                    bought.stream().filter(event -> event.session().isEmpty()).count();
            return new Shopper(
                    user,
                    days,
                    (int) (sessions + without),
                    bought.stream().map(RawEvent::price).reduce(new BigDecimal("0.00"), BigDecimal::add),
                    (int) ChronoUnit.DAYS.between(days.last(), end));
        }

        ChurnRisk risk() {
            if (days.size() == 1) {
                return ChurnRisk.ONCE;
            }
            BigDecimal rhythm = BigDecimal.valueOf(ChronoUnit.DAYS.between(days.first(), days.last()))
                    .divide(BigDecimal.valueOf(days.size() - 1L), 4, RoundingMode.HALF_UP);
            BigDecimal since = BigDecimal.valueOf(daysSince);
            return since.compareTo(rhythm.multiply(BigDecimal.TWO)) <= 0
                    ? ChurnRisk.ACTIVE
                    : since.compareTo(rhythm.multiply(BigDecimal.valueOf(4))) <= 0 ? ChurnRisk.AT_RISK : ChurnRisk.LOST;
        }
    }
}
