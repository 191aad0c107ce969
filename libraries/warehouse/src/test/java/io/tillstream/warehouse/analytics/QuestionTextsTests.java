package io.tillstream.warehouse.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The statements of all questions, which PostgreSQL runs in other tests and Redshift has to understand as well. */
class QuestionTextsTests {

    /** What PostgreSQL knows and Redshift does not, or only once in a query. */
    private static final List<String> NOT_OF_REDSHIFT = List.of(
            "filter (",
            "distinct on",
            "lateral",
            "is not distinct from",
            "percentile_",
            "median(",
            "::",
            "~",
            "generate_series",
            "array",
            "string_agg",
            "nulls not distinct",
            "materialized",
            "using (");

    private static final EventFilter FILTER = new EventFilter(
            new Period(LocalDateTime.parse("2019-10-01T00:00"), LocalDateTime.parse("2019-11-01T00:00")), "soho");

    @ParameterizedTest
    @MethodSource("questions")
    void areOfBothDialects(Question<?> question) {
        String sql = question.query().sql().toLowerCase(Locale.ROOT);
        assertThat(NOT_OF_REDSHIFT).noneMatch(sql::contains);
        assertThat(sql.chars().filter(character -> character == '?').count())
                .isEqualTo(question.query().values().size());
    }

    static Stream<Question<?>> questions() {
        Stream<Question<?>> others = Stream.of(
                new KpisQuestion(FILTER.period()),
                new SalesQuestion(Grouping.PRODUCT, Ranking.REVENUE, FILTER.period(), 9),
                new ProductGroupsQuestion(EventGrouping.BRAND, EventRanking.VIEWS, EventUnit.USERS, FILTER, 9),
                new ProductGroupsQuestion(
                        EventGrouping.CATEGORY3,
                        EventRanking.VISITORS,
                        EventUnit.SESSIONS,
                        new EventFilter(Period.ALL, ""),
                        9),
                new PricesQuestion(List.of(BigDecimal.ONE, BigDecimal.TEN), EventUnit.SESSIONS, FILTER),
                new CohortsQuestion(FILTER),
                new CohortsQuestion(EventFilter.ALL));
        Stream<Question<?>> ofVisitors = Arrays.stream(EventGrouping.values())
                .flatMap(grouping -> Stream.of(
                        new FunnelQuestion(EventUnit.SESSIONS, grouping, FILTER, 9),
                        new CartsQuestion(EventUnit.USERS, grouping, FILTER, 9)));
        Stream<Question<?>> ofBuyers = Arrays.stream(PurchaseFeed.values())
                .flatMap(feed -> Stream.of(
                        new ScoresQuestion(feed, CustomerSegment.LOYAL, 9),
                        new SegmentsQuestion(feed),
                        new ChurnQuestion(feed, ChurnRisk.LOST, 9),
                        new ChurnQuestion(feed, null, 9)));
        return Stream.of(others, ofVisitors, ofBuyers).flatMap(questions -> questions);
    }
}
