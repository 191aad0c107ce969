package io.tillstream.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.query.QueryApplication;
import io.tillstream.warehouse.analytics.CartGroup;
import io.tillstream.warehouse.analytics.CartsQuestion;
import io.tillstream.warehouse.analytics.ChurnQuestion;
import io.tillstream.warehouse.analytics.ChurnRisk;
import io.tillstream.warehouse.analytics.CohortMonth;
import io.tillstream.warehouse.analytics.CohortsQuestion;
import io.tillstream.warehouse.analytics.CustomerChurn;
import io.tillstream.warehouse.analytics.CustomerScore;
import io.tillstream.warehouse.analytics.CustomerSegment;
import io.tillstream.warehouse.analytics.EventFigures;
import io.tillstream.warehouse.analytics.EventFilter;
import io.tillstream.warehouse.analytics.EventGrouping;
import io.tillstream.warehouse.analytics.EventRanking;
import io.tillstream.warehouse.analytics.EventUnit;
import io.tillstream.warehouse.analytics.FunnelGroup;
import io.tillstream.warehouse.analytics.FunnelQuestion;
import io.tillstream.warehouse.analytics.Period;
import io.tillstream.warehouse.analytics.PriceBand;
import io.tillstream.warehouse.analytics.PricesQuestion;
import io.tillstream.warehouse.analytics.ProductGroup;
import io.tillstream.warehouse.analytics.ProductGroupsQuestion;
import io.tillstream.warehouse.analytics.PurchaseFeed;
import io.tillstream.warehouse.analytics.ScoresQuestion;
import io.tillstream.warehouse.analytics.SegmentsQuestion;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(
        classes = {QueryApplication.class, AnalyticsApiTests.Stubbed.class},
        properties = {
            "spring.config.name=query-service",
            "tillstream.access.mode=open",
            "tillstream.warehouse.password=none",
            "spring.cloud.aws.region.static=eu-west-1",
            "spring.cloud.aws.credentials.access-key=test",
            "spring.cloud.aws.credentials.secret-key=test"
        })
@AutoConfigureMockMvc
class ShopApiTests {

    private static final int ALL_ROWS = 100_000;
    private static final EventFigures FIGURES =
            new EventFigures(40, 12, 3, 4, new BigDecimal("1000000000000.001"), 20, 3);
    private static final String FIGURES_JSON =
            "\"views\":40,\"carts\":12,\"removals\":3,\"purchases\":4,\"revenue\":1000000000000.001,";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private StubbedAnalytics warehouse;

    @BeforeEach
    void knowNothing() {
        warehouse.forget();
    }

    @ParameterizedTest
    @CsvSource({
        "HOUR,hour,hour,2019-10-01T08:00",
        "DAY,day,day,2019-10-01",
        "CATEGORY1,category1,category,electronics",
        "CATEGORY2,category2,category,electronics.audio",
        "CATEGORY3,Category3,category,electronics.audio.headphone",
        "BRAND,brand,brand,samsung"
    })
    void namesTheFirstColumnOfAFunnelAfterItsGroup(EventGrouping grouping, String word, String column, String name)
            throws UnsupportedEncodingException {
        warehouse.tell(
                new FunnelQuestion(EventUnit.SESSIONS, grouping, EventFilter.ALL, ALL_ROWS),
                List.of(new FunnelGroup(name, 9, 8, 6, 1, 2, new BigDecimal("74.5"), new BigDecimal("30"))));
        String path = "/analytics/funnel?groupBy=" + word;

        assertThat(body(json(path))).isEqualTo("""
                [{"%s":"%s","sessions":9,"viewed":8,"carted":6,"purchased":1,"converted":2,"cartRate":0.7500,\
                "purchaseRate":0.1667,"funnelRate":0.1250,"conversionRate":0.2222,"secondsToCart":74.5,\
                "secondsToPurchase":30}]""".formatted(column, name));
        assertThat(body(csv(path))).isEqualTo("""
                %s,sessions,viewed,carted,purchased,converted,cartRate,purchaseRate,funnelRate,conversionRate,\
                secondsToCart,secondsToPurchase\r
                %s,9,8,6,1,2,0.7500,0.1667,0.1250,0.2222,74.5,30\r
                """.formatted(column, name));
    }

    @Test
    void countsUsersOfAPeriodAndAShopWhenAskedTo() throws UnsupportedEncodingException {
        EventFilter filter = new EventFilter(
                new Period(LocalDateTime.parse("2019-10-01T00:00"), LocalDateTime.parse("2019-11-01T00:00")), "soho");
        warehouse.tell(
                new FunnelQuestion(EventUnit.USERS, EventGrouping.ALL, filter, 7),
                List.of(new FunnelGroup(null, 0, 0, 0, 0, 0, null, null)));
        String path = "/analytics/funnel?by=users&from=2019-10-01&to=2019-10-31&store=soho&limit=7";

        assertThat(body(json(path)))
                .isEqualTo("[{\"users\":0,\"viewed\":0,\"carted\":0,\"purchased\":0,\"converted\":0}]");
        assertThat(body(csv(path))).endsWith("secondsToPurchase\r\n0,0,0,0,0,,,,,,\r\n");
    }

    @Test
    void asksForEventsThatNameNoShopWhereTheShopIsEmpty() {
        warehouse.tell(
                new FunnelQuestion(EventUnit.SESSIONS, EventGrouping.DAY, new EventFilter(Period.ALL, ""), ALL_ROWS),
                List.of());

        assertThat(json("/analytics/funnel?groupBy=day&store=&by=&limit="))
                .hasStatusOk()
                .bodyJson()
                .isEqualTo("[]");
    }

    @Test
    void tellsWhatBecameOfCarts() throws UnsupportedEncodingException {
        BigDecimal left = new BigDecimal("60.001");
        warehouse.tell(
                new CartsQuestion(EventUnit.SESSIONS, EventGrouping.CATEGORY1, EventFilter.ALL, ALL_ROWS),
                List.of(
                        new CartGroup("furniture", 3, 1, new BigDecimal("99.00"), 2, left, new BigDecimal("50.00")),
                        new CartGroup(
                                null,
                                1,
                                1,
                                new BigDecimal("9.00"),
                                0,
                                new BigDecimal("0.00"),
                                new BigDecimal("0.00"))));
        String path = "/analytics/carts?groupBy=category1";

        assertThat(body(json(path))).isEqualTo("""
                [{"category":"furniture","carts":3,"purchased":1,"abandoned":2,"abandonmentRate":0.6667,\
                "valuePut":99.00,"piecesLeft":2,"valueLeft":60.001,"valueAbandoned":50.00},\
                {"carts":1,"purchased":1,"abandoned":0,"abandonmentRate":0.0000,"valuePut":9.00,"piecesLeft":0,\
                "valueLeft":0.00,"valueAbandoned":0.00}]""");
        assertThat(body(csv(path))).isEqualTo("""
                category,carts,purchased,abandoned,abandonmentRate,valuePut,piecesLeft,valueLeft,valueAbandoned\r
                furniture,3,1,2,0.6667,99.00,2,60.001,50.00\r
                ,1,1,0,0.0000,9.00,0,0.00,0.00\r
                """);
    }

    @Test
    void tellsOfCategoriesOfALevelAndOfBrands() throws UnsupportedEncodingException {
        warehouse.tell(
                new ProductGroupsQuestion(
                        EventGrouping.CATEGORY2, EventRanking.REVENUE, EventUnit.SESSIONS, EventFilter.ALL, ALL_ROWS),
                List.of(new ProductGroup("electronics.audio", FIGURES)));
        warehouse.tell(
                new ProductGroupsQuestion(
                        EventGrouping.BRAND, EventRanking.VISITORS, EventUnit.USERS, EventFilter.ALL, 5),
                List.of(new ProductGroup("=x", FIGURES), new ProductGroup(null, FIGURES)));
        warehouse.tell(
                new ProductGroupsQuestion(
                        EventGrouping.CATEGORY1, EventRanking.VIEWS, EventUnit.SESSIONS, EventFilter.ALL, ALL_ROWS),
                List.of());

        assertThat(body(json("/analytics/categories?level=2")))
                .isEqualTo(
                        "[{\"category\":\"electronics.audio\"," + FIGURES_JSON
                                + "\"averagePrice\":250000000000.00,\"sessions\":20,\"converted\":3,\"conversionRate\":0.1500}]");
        assertThat(body(csv("/analytics/brands?by=users&sort=visitors&limit=5")))
                .isEqualTo("""
                        brand,views,carts,removals,purchases,revenue,averagePrice,users,converted,conversionRate\r
                        '=x,40,12,3,4,1000000000000.001,250000000000.00,20,3,0.1500\r
                        ,40,12,3,4,1000000000000.001,250000000000.00,20,3,0.1500\r
                        """);
        assertThat(body(json("/analytics/categories?level=&sort=views"))).isEqualTo("[]");
    }

    @Test
    void tellsOfBandsOfPrices() throws UnsupportedEncodingException {
        List<BigDecimal> edges = List.of(new BigDecimal("-1.00"), new BigDecimal("9.9999"));
        warehouse.tell(
                new PricesQuestion(edges, EventUnit.SESSIONS, EventFilter.ALL),
                List.of(
                        new PriceBand(null, edges.getFirst(), FIGURES),
                        new PriceBand(edges.getFirst(), edges.getLast(), FIGURES)));
        String path = "/analytics/prices?edges=-1,%209.9999";

        assertThat(body(json(path)))
                .startsWith("[{\"to\":-1.00," + FIGURES_JSON + "\"sessions\":20,\"converted\":3,"
                        + "\"conversionRate\":0.1500},{\"from\":-1.00,\"to\":9.9999,");
        assertThat(body(csv(path))).startsWith("""
                from,to,views,carts,removals,purchases,revenue,sessions,converted,conversionRate\r
                ,-1.00,40,12,3,4,1000000000000.001,20,3,0.1500\r
                """);
    }

    @Test
    void knowsBandsOfItsOwn() {
        warehouse.tell(
                new PricesQuestion(
                        Stream.of("1", "2", "5", "10", "20", "50", "100", "200", "500", "1000")
                                .map(edge -> new BigDecimal(edge + ".00"))
                                .toList(),
                        EventUnit.USERS,
                        EventFilter.ALL),
                List.of());

        assertThat(json("/analytics/prices?by=users")).hasStatusOk();
    }

    @Test
    void tellsWhoCameBack() throws UnsupportedEncodingException {
        warehouse.tell(
                new CohortsQuestion(EventFilter.ALL),
                List.of(new CohortMonth(YearMonth.of(2019, 11), 2, 9, 3, 4, new BigDecimal("12.50"))));

        assertThat(body(json("/analytics/retention"))).isEqualTo("""
                [{"cohort":"2019-11","month":"2020-01","monthsSince":2,"cohortUsers":9,"users":3,\
                "retentionRate":0.3333,"purchases":4,"revenue":12.50}]""");
        assertThat(body(csv("/analytics/retention"))).isEqualTo("""
                cohort,month,monthsSince,cohortUsers,users,retentionRate,purchases,revenue\r
                2019-11,2020-01,2,9,3,0.3333,4,12.50\r
                """);
    }

    @Test
    void tellsOfUsersAsOfCustomersWhenAskedForEvents() throws UnsupportedEncodingException {
        BigDecimal net = new BigDecimal("12.50");
        LocalDate day = LocalDate.parse("2019-11-01");
        warehouse.tell(
                new ScoresQuestion(PurchaseFeed.EVENTS, null, ALL_ROWS),
                List.of(new CustomerScore("u1", 3, 1, 5, CustomerSegment.NEEDS_ATTENTION, day, 38, 1, net)));
        warehouse.tell(
                new ChurnQuestion(PurchaseFeed.EVENTS, ChurnRisk.ONCE, ALL_ROWS),
                List.of(new CustomerChurn("u1", day, 38, null, null, ChurnRisk.ONCE, net)));
        warehouse.tell(new SegmentsQuestion(PurchaseFeed.EVENTS), List.of());

        assertThat(body(json("/analytics/rfm?feed=events"))).startsWith("[{\"customerId\":\"u1\",\"recency\":3,");
        assertThat(body(csv("/analytics/churn?feed=events&risk=once"))).endsWith("u1,2019-11-01,38,,,once,12.50\r\n");
        assertThat(body(json("/analytics/rfm/segments?feed=events"))).isEqualTo("[]");
        assertThat(json("/analytics/rfm?feed=stock"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("feed must be one of transactions, events");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/analytics/funnel?by=visits | by must be one of sessions, users",
                "/analytics/funnel?groupBy=week | one of all, hour, day, category1, category2, category3, brand",
                "/analytics/funnel?from=yesterday | a time such as 2010-12-01T08:00, in UTC",
                "/analytics/funnel?from=2019-11-01&to=2019-10-01 | no later than the parameter to",
                "/analytics/funnel?limit=0 | a whole number from 1 to 100000",
                "/analytics/funnel?store=a%00b | store must be the id of a shop, or empty",
                "/analytics/carts?groupBy=product | one of all, hour, day",
                "/analytics/carts?limit=100001 | a whole number from 1 to 100000",
                "/analytics/categories?level=4 | level must be 1, 2 or 3",
                "/analytics/categories?sort=name | one of revenue, purchases, views, visitors",
                "/analytics/brands?by=days | one of sessions, users",
                "/analytics/prices?edges=5,5 | 1 to 50 ascending prices",
                "/analytics/prices?edges=1e3 | 1 to 50 ascending prices",
                "/analytics/prices?edges=1,,2 | 1 to 50 ascending prices",
                "/analytics/retention?to=2019-02-30 | a date such as"
            })
    void saysWhatIsAllowed(String path, String allowed) {
        for (MvcTestResult answer : List.of(json(path), csv(path))) {
            assertThat(answer)
                    .hasStatus(400)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .contains(allowed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"funnel", "carts", "categories", "brands", "prices", "retention"})
    void asksToComeBackWhenTheWarehouseIsAwayAndDescribesItself(String path) {
        for (MvcTestResult answer : List.of(json("/analytics/" + path), csv("/analytics/" + path))) {
            assertThat(answer).hasStatus(503).hasHeader("Retry-After", "5");
        }
        String operation = "$.paths['/analytics/" + path + "'].get";
        MvcTestResult document = json("/v3/api-docs");
        for (String said : List.of(
                ".responses['200'].content['application/json'].example",
                ".responses['200'].content['text/csv']",
                ".responses['400'].content['application/problem+json']")) {
            assertThat(document).bodyJson().hasPath(operation + said);
        }
        assertThat(document)
                .bodyJson()
                .extractingPath(operation + ".parameters[?(@.in == 'query' && @.required == false)].name")
                .asArray()
                .contains("from", "to", "store");
    }

    private MvcTestResult json(String path) {
        return http.get().uri(URI.create(path)).exchange();
    }

    private MvcTestResult csv(String path) {
        return http.get().uri(URI.create(path)).header("Accept", "text/csv").exchange();
    }

    private static String body(MvcTestResult answer) throws UnsupportedEncodingException {
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }
}
