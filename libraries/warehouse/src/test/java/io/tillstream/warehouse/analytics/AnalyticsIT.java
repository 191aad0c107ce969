package io.tillstream.warehouse.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tillstream.warehouse.SoldLines;
import io.tillstream.warehouse.TestWarehouse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

class AnalyticsIT {

    private static final Period JANUARY = period("2011-01-01T00:00", "2011-02-01T00:00");
    private static final int ALL_GROUPS = 1_000;

    private final SoldLines trade = new SoldLines();
    private final Analytics analytics = new JdbcAnalytics(TestWarehouse.dataSource(), Duration.ofSeconds(30));

    @BeforeEach
    void someTrade() throws SQLException {
        TestWarehouse.empty();
        trade.add("100", "A", "RED CUP", 10, "2011-01-05 09:10", "2.50", "'anna'", "France");
        trade.add("100", "B", "BLUE CUP", 1, "2011-01-05 09:11", "0.001", "'anna'", "France");
        trade.add("101", "A", "CUP, RED", 2, "2011-01-05 10:00", "2.50", "NULL", "Spain");
        trade.add("102", "A", "RED CUP", 4, "2011-01-15 10:00", "2.50", "'anna'", "France");
        trade.add("103", "D", null, 3, "2011-02-04 23:59:59", "5", "'bert'", "Spain");
        trade.add("C104", "A", "RED CUP", -5, "2011-02-05 00:00", "2.50", "'anna'", "France");
        trade.add("A105", "B", "Adjust bad debt", 1, "2011-02-25 12:00", "-7.77", "NULL", "Spain");
    }

    @Test
    void tellEverythingAtAGlance() {
        Kpis kpis = analytics.answer(new KpisQuestion(Period.ALL));

        assertThat(kpis.figures())
                .isEqualTo(new SalesFigures(
                        7,
                        6,
                        2,
                        BigInteger.valueOf(16),
                        new BigDecimal("34.731"),
                        new BigDecimal("55.001"),
                        new BigDecimal("-12.50"),
                        new BigDecimal("-7.77")));
        assertThat(kpis.firstSale()).isEqualTo(LocalDateTime.parse("2011-01-05T09:10"));
        assertThat(kpis.lastSale()).isEqualTo(LocalDateTime.parse("2011-02-25T12:00"));
        assertThat(kpis.products()).isEqualTo(3);
        assertThat(kpis.countries()).isEqualTo(2);
        assertThat(kpis.averageInvoice()).contains(new BigDecimal("13.75"));
        assertThat(kpis.cancellationRate()).contains(new BigDecimal("0.1667"));
        assertThat(kpis.loadedAt())
                .isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(300));
    }

    @Test
    void tellOfAPeriodUpToItsLastMoment() {
        assertThat(lines(period("2011-02-04T23:59:59", "2011-02-05T00:00"))).isEqualTo(1);
        assertThat(lines(period("2011-02-05T00:00", "2011-02-25T12:00"))).isEqualTo(1);
        assertThat(lines(new Period(LocalDateTime.parse("2011-01-15T10:00"), null)))
                .isEqualTo(4);
        assertThat(lines(new Period(null, LocalDateTime.parse("2011-01-15T10:00"))))
                .isEqualTo(3);
        assertThat(lines(period("0001-01-01T00:00", "+10000-01-01T00:00"))).isEqualTo(7);
    }

    @Test
    void tellOfAPeriodWithoutTrade() {
        Kpis kpis = analytics.answer(new KpisQuestion(period("2012-01-01T00:00", "2012-02-01T00:00")));

        BigDecimal nothing = new BigDecimal("0.00");
        assertThat(kpis.figures())
                .isEqualTo(new SalesFigures(0, 0, 0, BigInteger.ZERO, nothing, nothing, nothing, nothing));
        assertThat(kpis.firstSale()).isNull();
        assertThat(kpis.averageInvoice()).isEmpty();
        assertThat(kpis.cancellationRate()).isEmpty();
        assertThat(kpis.loadedAt()).isNotNull();
    }

    @Test
    void putTradeTogetherByTime() {
        assertThat(names(Grouping.HOUR, ALL_GROUPS))
                .startsWith("2011-01-05T09:00", "2011-01-05T10:00", "2011-01-15T10:00");
        assertThat(names(Grouping.DAY, ALL_GROUPS))
                .containsExactly("2011-01-05", "2011-01-15", "2011-02-04", "2011-02-05", "2011-02-25");
        assertThat(names(Grouping.WEEK, ALL_GROUPS))
                .containsExactly("2011-01-03", "2011-01-10", "2011-01-31", "2011-02-21");
        assertThat(names(Grouping.MONTH, ALL_GROUPS)).containsExactly("2011-01", "2011-02");
    }

    @Test
    void keepTheLatestOfTheTimes() {
        assertThat(names(Grouping.DAY, 2)).containsExactly("2011-02-05", "2011-02-25");
    }

    @Test
    void putTradeTogetherByWhatItIsAndWhereItWent() {
        assertThat(names(Grouping.COUNTRY, ALL_GROUPS)).containsExactly("France", "Spain");
        assertThat(names(Grouping.COUNTRY, 1)).containsExactly("France");
        assertThat(names(Grouping.KIND, ALL_GROUPS)).containsExactly("SALE", "ADJUSTMENT", "CANCELLATION");
    }

    @Test
    void rankProductsUnderTheirUsualNames() {
        assertThat(analytics.answer(products(Ranking.REVENUE, Period.ALL)))
                .extracting(
                        SalesGroup::name,
                        SalesGroup::description,
                        group -> group.figures().revenue())
                .containsExactly(
                        tuple("A", "RED CUP", new BigDecimal("27.50")),
                        tuple("D", null, new BigDecimal("15.00")),
                        tuple("B", "Adjust bad debt", new BigDecimal("-7.769")));
        assertThat(analytics.answer(products(Ranking.QUANTITY, Period.ALL)))
                .extracting(SalesGroup::name, group -> group.figures().quantity())
                .containsExactly(
                        tuple("A", BigInteger.valueOf(11)),
                        tuple("D", BigInteger.valueOf(3)),
                        tuple("B", BigInteger.TWO));
    }

    @Test
    void countWhatAProductSharesWithOthersOnceForEach() {
        SalesGroup cup = analytics.answer(products(Ranking.REVENUE, JANUARY)).getFirst();

        assertThat(cup.figures().lines()).isEqualTo(3);
        assertThat(cup.figures().invoices()).isEqualTo(3);
        assertThat(cup.figures().customers()).isEqualTo(1);
        assertThat(cup.figures().sales()).isEqualTo(new BigDecimal("40.00"));
        assertThat(cup.figures().cancellations()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void orderEqualProductsByStockCode() throws SQLException {
        TestWarehouse.empty();
        for (String stockCode : List.of("Z", "M", "A")) {
            trade.add("100", stockCode, null, 1, "2011-01-05 09:10", "2.50", "NULL", "France");
        }
        assertThat(analytics.answer(products(Ranking.QUANTITY, Period.ALL)))
                .extracting(SalesGroup::name)
                .containsExactly("A", "M", "Z");
    }

    @Test
    void scoreCustomersAndNameTheirSegments() throws SQLException {
        tenCustomers();

        assertThat(analytics.answer(new ScoresQuestion(null, ALL_GROUPS)))
                .extracting(
                        CustomerScore::customerId,
                        score -> "" + score.recency() + score.frequency() + score.monetary(),
                        CustomerScore::segment)
                .containsExactly(
                        tuple("c7", "555", CustomerSegment.CHAMPIONS),
                        tuple("c6", "555", CustomerSegment.CHAMPIONS),
                        tuple("c5", "444", CustomerSegment.CHAMPIONS),
                        tuple("c4", "444", CustomerSegment.CHAMPIONS),
                        tuple("c3", "333", CustomerSegment.LOYAL),
                        tuple("c2", "333", CustomerSegment.LOYAL),
                        tuple("c1", "222", CustomerSegment.LOST),
                        tuple("c0", "212", CustomerSegment.LOST),
                        tuple("anna", "121", CustomerSegment.LOST),
                        tuple("bert", "111", CustomerSegment.LOST));
        assertThat(analytics.answer(new ScoresQuestion(CustomerSegment.LOYAL, 1)))
                .singleElement()
                .satisfies(loyal -> {
                    assertThat(loyal.customerId()).isEqualTo("c3");
                    assertThat(loyal.lastPurchase()).isEqualTo(LocalDate.parse("2011-02-13"));
                    assertThat(loyal.daysSince()).isEqualTo(12);
                    assertThat(loyal.invoices()).isEqualTo(4);
                    assertThat(loyal.net()).isEqualTo(new BigDecimal("4000.00"));
                });
    }

    @Test
    void tellApartWhoIsNewAndWhoIsAboutToGo() throws SQLException {
        tenCustomers();
        trade.add("300", "A", "RED CUP", 1, "2011-02-25 12:00", "10", "'new'", "Spain");
        for (int order = 0; order < 20; order++) {
            trade.add("40" + order, "A", "RED CUP", 1, "2010-01-01 12:00", "10", "'gone'", "Spain");
        }
        assertThat(analytics.answer(new ScoresQuestion(CustomerSegment.NEW, ALL_GROUPS)))
                .extracting(CustomerScore::customerId)
                .containsExactly("new");
        assertThat(analytics.answer(new ScoresQuestion(CustomerSegment.AT_RISK, ALL_GROUPS)))
                .extracting(CustomerScore::customerId)
                .containsExactly("gone");
    }

    @Test
    void sumUpTheSegments() throws SQLException {
        tenCustomers();

        assertThat(analytics.answer(new SegmentsQuestion()))
                .containsExactly(
                        new SegmentSales(CustomerSegment.CHAMPIONS, 4, new BigDecimal("26000.00")),
                        new SegmentSales(CustomerSegment.LOYAL, 2, new BigDecimal("7000.00")),
                        new SegmentSales(CustomerSegment.LOST, 4, new BigDecimal("3037.501")));
    }

    @Test
    void putFirstWhoIsMostAtStake() throws SQLException {
        for (String day : List.of("2011-01-30", "2011-02-04")) {
            trade.add("S" + day, "A", "RED CUP", 1, day + " 10:00", "10", "'shaky'", "Spain");
        }
        for (String day : List.of("2011-02-01", "2011-02-25")) {
            trade.add("R" + day, "A", "RED CUP", 900, day + " 10:00", "10", "'regular'", "Spain");
        }
        assertThat(churn(null))
                .extracting(CustomerChurn::customerId, CustomerChurn::risk)
                .containsExactly(
                        tuple("anna", ChurnRisk.LOST),
                        tuple("shaky", ChurnRisk.LOST),
                        tuple("bert", ChurnRisk.ONCE),
                        tuple("regular", ChurnRisk.ACTIVE));
        trade.add("S3", "A", "RED CUP", 1, "2011-02-09 10:00", "10", "'shaky'", "Spain");
        assertThat(churn(null).getFirst())
                .isEqualTo(new CustomerChurn(
                        "shaky",
                        LocalDate.parse("2011-02-09"),
                        16,
                        new BigDecimal("5.00"),
                        new BigDecimal("3.20"),
                        ChurnRisk.AT_RISK,
                        new BigDecimal("30.00")));
        assertThat(churn(ChurnRisk.ONCE))
                .containsExactly(new CustomerChurn(
                        "bert",
                        LocalDate.parse("2011-02-04"),
                        21,
                        null,
                        null,
                        ChurnRisk.ONCE,
                        new BigDecimal("15.00")));
    }

    @Test
    void countToALastDayThatOneRowOfTheFarFutureDoesNotMove() throws SQLException {
        List<CustomerChurn> atStake = churn(null);
        List<CustomerScore> scores = analytics.answer(new ScoresQuestion(null, ALL_GROUPS));
        trade.add("999", "A", "RED CUP", 1, "9999-12-31 23:59:59", "1", "NULL", "Spain");

        assertThat(analytics.answer(new KpisQuestion(Period.ALL)).lastSale())
                .isEqualTo(LocalDateTime.parse("2011-02-25T12:00"));
        assertThat(churn(null)).isEqualTo(atStake);
        assertThat(analytics.answer(new ScoresQuestion(null, ALL_GROUPS))).isEqualTo(scores);

        trade.add("998", "A", "RED CUP", 1, "9999-12-31 23:59:59", "1", "'anna'", "Spain");
        assertThat(churn(ChurnRisk.ACTIVE))
                .extracting(CustomerChurn::customerId, CustomerChurn::daysSince)
                .containsExactly(tuple("anna", 0));
        assertThat(analytics.answer(new ScoresQuestion(null, ALL_GROUPS)))
                .extracting(CustomerScore::customerId, CustomerScore::daysSince)
                .contains(tuple("anna", 0), tuple("bert", 21));
    }

    @Test
    void countToTomorrowAndToNoLaterDay() throws SQLException {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        trade.add("997", "A", "RED CUP", 1, today.plusDays(1) + " 10:00", "1", "NULL", "Spain");
        trade.add("998", "A", "RED CUP", 1, today.plusDays(3) + " 10:00", "1", "NULL", "Spain");

        assertThat(analytics.answer(new KpisQuestion(Period.ALL)).lastSale())
                .isEqualTo(today.plusDays(1).atTime(10, 0));
    }

    @Test
    void endWithTheirOwnLastDayWhereAllIsInTheFuture() throws SQLException {
        TestWarehouse.empty();
        trade.add("997", "A", "RED CUP", 1, "9000-01-01 10:00", "1", "'anna'", "Spain");

        assertThat(analytics.answer(new KpisQuestion(Period.ALL)).lastSale())
                .isEqualTo(LocalDateTime.parse("9000-01-01T10:00"));
        assertThat(analytics
                        .answer(new ScoresQuestion(null, ALL_GROUPS))
                        .getFirst()
                        .daysSince())
                .isZero();
        assertThat(churn(null).getFirst().daysSince()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Grouping.class)
    void tellNothingOfNothing(Grouping grouping) throws SQLException {
        TestWarehouse.empty();
        assertThat(names(grouping, ALL_GROUPS)).isEmpty();
        assertThat(analytics.answer(new ScoresQuestion(null, 10))).isEmpty();
        assertThat(analytics.answer(new SegmentsQuestion())).isEmpty();
        assertThat(churn(null)).isEmpty();
        assertThat(analytics.answer(new KpisQuestion(Period.ALL)).loadedAt()).isNull();
    }

    @Test
    void tellThatTheWarehouseIsAway() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/warehouse");

        assertThatExceptionOfType(AnalyticsUnavailableException.class)
                .isThrownBy(() -> new JdbcAnalytics(nowhere, Duration.ofSeconds(1)).answer(new SegmentsQuestion()));
    }

    @Test
    void tellThatTheWarehouseTookTooLong() throws SQLException {
        try (Connection loader = TestWarehouse.dataSource().getConnection();
                Statement statement = loader.createStatement()) {
            loader.setAutoCommit(false);
            statement.execute("LOCK TABLE sales_line IN ACCESS EXCLUSIVE MODE");
            Analytics hurried = new JdbcAnalytics(TestWarehouse.dataSource(), Duration.ofSeconds(1));
            assertThatExceptionOfType(AnalyticsTimeoutException.class)
                    .isThrownBy(() -> hurried.answer(new SegmentsQuestion()));
            loader.rollback();
        }
    }

    @Test
    void tellThatTheWarehouseHasNoTablesYet() {
        PGSimpleDataSource bare = new PGSimpleDataSource();
        bare.setUrl(((PGSimpleDataSource) TestWarehouse.dataSource()).getUrl());
        bare.setUser("tillstream");
        bare.setPassword("tillstream");
        bare.setCurrentSchema("not_migrated");

        assertThatExceptionOfType(AnalyticsUnavailableException.class)
                .isThrownBy(() -> new JdbcAnalytics(bare, Duration.ofSeconds(30)).answer(new SegmentsQuestion()));
    }

    /** Eight more, of whom the one with the higher number bought later, more often and more. */
    private void tenCustomers() throws SQLException {
        for (int i = 0; i < 8; i++) {
            for (int order = 0; order <= i; order++) {
                trade.add("2" + i + order, "A", "RED CUP", 100, "2011-02-1" + i, "10", "'c" + i + "'", "Spain");
            }
        }
    }

    private long lines(Period period) {
        return analytics.answer(new KpisQuestion(period)).figures().lines();
    }

    private List<String> names(Grouping grouping, int limit) {
        return analytics.answer(new SalesQuestion(grouping, Ranking.REVENUE, Period.ALL, limit)).stream()
                .map(SalesGroup::name)
                .toList();
    }

    private List<CustomerChurn> churn(@Nullable ChurnRisk risk) {
        return analytics.answer(new ChurnQuestion(risk, ALL_GROUPS));
    }

    private static SalesQuestion products(Ranking ranking, Period period) {
        return new SalesQuestion(Grouping.PRODUCT, ranking, period, ALL_GROUPS);
    }

    private static Period period(String from, String to) {
        return new Period(LocalDateTime.parse(from), LocalDateTime.parse(to));
    }
}
