package io.tillstream.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.query.QueryApplication;
import io.tillstream.warehouse.analytics.ChurnQuestion;
import io.tillstream.warehouse.analytics.ChurnRisk;
import io.tillstream.warehouse.analytics.CustomerChurn;
import io.tillstream.warehouse.analytics.CustomerScore;
import io.tillstream.warehouse.analytics.CustomerSegment;
import io.tillstream.warehouse.analytics.Grouping;
import io.tillstream.warehouse.analytics.Kpis;
import io.tillstream.warehouse.analytics.KpisQuestion;
import io.tillstream.warehouse.analytics.Period;
import io.tillstream.warehouse.analytics.Ranking;
import io.tillstream.warehouse.analytics.SalesFigures;
import io.tillstream.warehouse.analytics.SalesGroup;
import io.tillstream.warehouse.analytics.SalesQuestion;
import io.tillstream.warehouse.analytics.ScoresQuestion;
import io.tillstream.warehouse.analytics.SegmentSales;
import io.tillstream.warehouse.analytics.SegmentsQuestion;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
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
class AnalyticsApiTests {

    private static final SalesFigures FIGURES = new SalesFigures(
            3,
            2,
            1,
            BigInteger.valueOf(-4),
            new BigDecimal("1000000000000.001"),
            new BigDecimal("37.30"),
            new BigDecimal("-2.55"),
            new BigDecimal("0.00"));

    private static final String FIGURES_JSON = "\"lines\":3,\"invoices\":2,\"customers\":1,\"quantity\":-4,"
            + "\"revenue\":1000000000000.001,\"sales\":37.30,\"cancellations\":-2.55,\"adjustments\":0.00";

    private static final String FIGURES_CSV = "3,2,1,-4,1000000000000.001,37.30,-2.55,0.00";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private StubbedAnalytics warehouse;

    @BeforeEach
    void knowNothing() {
        warehouse.forget();
    }

    @Test
    void answersAPeriodAtAGlance() throws UnsupportedEncodingException {
        Period december = new Period(time("2010-12-01T00:00"), time("2011-01-01T00:00"));
        warehouse.tell(
                new KpisQuestion(december),
                new Kpis(
                        FIGURES,
                        time("2010-12-01T08:26"),
                        time("2010-12-23T16:06"),
                        2,
                        1,
                        5,
                        4,
                        Instant.parse("2026-03-01T12:00:00Z")));
        String path = "/analytics/kpis?from=2010-12-01&to=2010-12-31&color=red";

        assertThat(body(json(path))).isEqualTo("""
                {"from":"2010-12-01","to":"2010-12-31","firstSale":"2010-12-01T08:26:00",\
                "lastSale":"2010-12-23T16:06:00","lines":3,"invoices":2,"customers":1,"products":5,"countries":4,\
                "quantity":-4,"revenue":1000000000000.001,"sales":37.30,"cancellations":-2.55,"adjustments":0.00,\
                "averageInvoice":18.65,"cancellationRate":0.5000,"loadedAt":"2026-03-01T12:00:00Z"}""");
        assertThat(body(csv(path))).isEqualTo("""
                from,to,firstSale,lastSale,lines,invoices,customers,products,countries,quantity,revenue,sales,\
                cancellations,adjustments,averageInvoice,cancellationRate,loadedAt\r
                2010-12-01,2010-12-31,2010-12-01T08:26:00,2010-12-23T16:06:00,3,2,1,5,4,-4,1000000000000.001,37.30,\
                -2.55,0.00,18.65,0.5000,2026-03-01T12:00:00Z\r
                """);
    }

    @Test
    void leavesOutWhatThereIsNot() throws UnsupportedEncodingException {
        BigDecimal nothing = new BigDecimal("0.00");
        SalesFigures none = new SalesFigures(0, 0, 0, BigInteger.ZERO, nothing, nothing, nothing, nothing);
        warehouse.tell(new KpisQuestion(Period.ALL), new Kpis(none, null, null, 0, 0, 0, 0, null));

        assertThat(body(json("/analytics/kpis"))).isEqualTo("""
                {"lines":0,"invoices":0,"customers":0,"products":0,"countries":0,"quantity":0,"revenue":0.00,\
                "sales":0.00,"cancellations":0.00,"adjustments":0.00}""");
        assertThat(body(csv("/analytics/kpis"))).endsWith("\r\n,,,,0,0,0,0,0,0,0.00,0.00,0.00,0.00,,,\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "HOUR,hour,2010-12-01T08:00",
        "DAY,day,2010-12-01",
        "WEEK,week,2010-11-29",
        "MONTH,month,2010-12",
        "COUNTRY,country,EIRE",
        "KIND,kind,SALE"
    })
    void namesTheFirstColumnAfterTheGroup(Grouping grouping, String column, String name)
            throws UnsupportedEncodingException {
        tellSales(grouping, new SalesGroup(name, null, FIGURES));

        assertThat(body(json("/analytics/sales?groupBy=" + column)))
                .isEqualTo("[{\"" + column + "\":\"" + name + "\"," + FIGURES_JSON + "}]");
        assertThat(body(csv("/analytics/sales?groupBy=" + column)))
                .isEqualTo(column + ",lines,invoices,customers,quantity,revenue,sales,cancellations,adjustments\r\n"
                        + name + "," + FIGURES_CSV + "\r\n");
    }

    @Test
    void describesProducts() throws UnsupportedEncodingException {
        tellSales(
                Grouping.PRODUCT, new SalesGroup("22", "=CUP, \"RED\"", FIGURES), new SalesGroup("21", null, FIGURES));

        assertThat(body(json("/analytics/sales?groupBy=product")))
                .isEqualTo("[{\"product\":\"22\",\"description\":\"=CUP, \\\"RED\\\"\"," + FIGURES_JSON
                        + "},{\"product\":\"21\"," + FIGURES_JSON + "}]");
        assertThat(body(csv("/analytics/sales?groupBy=product")))
                .startsWith("product,description,lines,")
                .contains("\r\n22,\"'=CUP, \"\"RED\"\"\"," + FIGURES_CSV + "\r\n21,," + FIGURES_CSV + "\r\n");
    }

    @Test
    void groupsByDayUnlessToldOtherwise() {
        tellSales(Grouping.DAY);

        assertThat(json("/analytics/sales?groupBy=&limit="))
                .hasStatusOk()
                .bodyJson()
                .isEqualTo("[]");
    }

    @Test
    void ranksProductsByRevenueUnlessToldOtherwise() throws UnsupportedEncodingException {
        List<SalesGroup> cups = List.of(new SalesGroup("85123A", "CUP", FIGURES));
        warehouse.tell(new SalesQuestion(Grouping.PRODUCT, Ranking.REVENUE, Period.ALL, 100), cups);
        Period evening = new Period(time("2010-12-01T18:00"), time("2010-12-01T20:00"));
        warehouse.tell(new SalesQuestion(Grouping.PRODUCT, Ranking.QUANTITY, evening, 5), cups);

        assertThat(body(json("/analytics/products")))
                .isEqualTo("[{\"stockCode\":\"85123A\",\"description\":\"CUP\"," + FIGURES_JSON + "}]");
        assertThat(body(csv("/analytics/products?sort=quantity&from=2010-12-01T18:00&to=2010-12-01T20:00:00&limit=5")))
                .isEqualTo("stockCode,description,lines,invoices,customers,quantity,revenue,sales,cancellations,"
                        + "adjustments\r\n85123A,CUP," + FIGURES_CSV + "\r\n");
    }

    @Test
    void scoresCustomers() throws UnsupportedEncodingException {
        warehouse.tell(
                new ScoresQuestion(CustomerSegment.NEEDS_ATTENTION, 10),
                List.of(new CustomerScore(
                        "-17850",
                        3,
                        1,
                        5,
                        CustomerSegment.NEEDS_ATTENTION,
                        LocalDate.parse("2011-11-01"),
                        38,
                        1,
                        new BigDecimal("12.50"))));
        String path = "/analytics/rfm?limit=10&segment=needs%20attention";

        assertThat(body(json(path))).isEqualTo("""
                [{"customerId":"-17850","recency":3,"frequency":1,"monetary":5,"score":"315",\
                "segment":"needs attention","lastPurchase":"2011-11-01","daysSince":38,"invoices":1,"net":12.50}]""");
        assertThat(body(csv(path))).isEqualTo("""
                customerId,recency,frequency,monetary,score,segment,lastPurchase,daysSince,invoices,net\r
                '-17850,3,1,5,315,needs attention,2011-11-01,38,1,12.50\r
                """);
    }

    @Test
    void sumsUpSegments() throws UnsupportedEncodingException {
        warehouse.tell(
                new SegmentsQuestion(),
                List.of(new SegmentSales(CustomerSegment.CHAMPIONS, 7, new BigDecimal("12.50"))));

        assertThat(body(json("/analytics/rfm/segments")))
                .isEqualTo("[{\"segment\":\"champions\",\"customers\":7,\"revenue\":12.50}]");
        assertThat(body(csv("/analytics/rfm/segments")))
                .isEqualTo("segment,customers,revenue\r\nchampions,7,12.50\r\n");
    }

    @Test
    void tellsWhoIsAboutToGo() throws UnsupportedEncodingException {
        LocalDate day = LocalDate.parse("2011-08-23");
        BigDecimal net = new BigDecimal("11.50");
        warehouse.tell(
                new ChurnQuestion(null, 100_000),
                List.of(
                        new CustomerChurn(
                                "1", day, 108, new BigDecimal("42.50"), new BigDecimal("2.54"), ChurnRisk.AT_RISK, net),
                        new CustomerChurn("2", day, 108, null, null, ChurnRisk.ONCE, net)));

        assertThat(body(json("/analytics/churn"))).isEqualTo("""
                [{"customerId":"1","lastPurchase":"2011-08-23","daysSince":108,"rhythmDays":42.50,"overdue":2.54,\
                "risk":"at risk","net":11.50},\
                {"customerId":"2","lastPurchase":"2011-08-23","daysSince":108,"risk":"once","net":11.50}]""");
        assertThat(body(csv("/analytics/churn"))).isEqualTo("""
                customerId,lastPurchase,daysSince,rhythmDays,overdue,risk,net\r
                1,2011-08-23,108,42.50,2.54,at risk,11.50\r
                2,2011-08-23,108,,,once,11.50\r
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/analytics/sales?groupBy=colour | one of hour, day, week, month, country, product, kind",
                "/analytics/sales?limit=0 | a whole number from 1 to 100000",
                "/analytics/sales?from=yesterday | a date such as 2010-12-01",
                "/analytics/kpis?from=2011-01-01&to=2010-12-31 | no later than the parameter to",
                "/analytics/products?sort=name | one of revenue, quantity",
                "/analytics/products?limit=100001 | a whole number from 1 to 100000",
                "/analytics/rfm?segment=best | one of champions, loyal, new, promising, needs attention, at risk, lost",
                "/analytics/churn?risk=high | one of at risk, lost, once, active"
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
    @ValueSource(
            strings = {
                "/analytics/kpis",
                "/analytics/sales",
                "/analytics/products",
                "/analytics/rfm",
                "/analytics/rfm/segments",
                "/analytics/churn"
            })
    void asksToComeBackWhenTheWarehouseIsAway(String path) {
        for (MvcTestResult answer : List.of(json(path), csv(path))) {
            assertThat(answer)
                    .hasStatus(503)
                    .hasHeader("Retry-After", "5")
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void prefersJsonWhereBothWillDo() {
        tellSales(Grouping.DAY);

        for (String accepted : List.of("*/*", "text/html,application/xhtml+xml,*/*;q=0.8")) {
            assertThat(http.get().uri("/analytics/sales").header("Accept", accepted))
                    .hasStatusOk()
                    .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        }
        assertThat(csv("/analytics/sales")).hasStatusOk().hasContentTypeCompatibleWith("text/csv;charset=UTF-8");
        assertThat(http.get().uri("/analytics/sales").accept(MediaType.IMAGE_PNG))
                .hasStatus(406);
    }

    @Test
    void describesItselfWithExamples() {
        MvcTestResult document = json("/v3/api-docs");
        for (String path : List.of("kpis", "sales", "products", "rfm", "rfm/segments", "churn")) {
            String operation = "$.paths['/analytics/" + path + "'].get.responses";
            assertThat(document)
                    .bodyJson()
                    .hasPath(operation + "['200'].content['application/json'].example")
                    .hasPath(operation + "['200'].content['text/csv']")
                    .hasPath(operation + "['400'].content['application/problem+json']")
                    .hasPath(operation + "['503'].content['application/problem+json']");
        }
        assertThat(document).bodyJson().hasPath("$.components.schemas.Sales.properties.week");
        assertThat(document).bodyJson().doesNotHavePath("$.components.schemas.Table");
    }

    private void tellSales(Grouping grouping, SalesGroup... groups) {
        warehouse.tell(new SalesQuestion(grouping, Ranking.REVENUE, Period.ALL, 100_000), List.of(groups));
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

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text);
    }

    @TestConfiguration
    static class Stubbed {
        @Bean
        @Primary
        StubbedAnalytics stubbedAnalytics() {
            return new StubbedAnalytics();
        }
    }
}
