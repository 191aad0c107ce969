package io.tillstream.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.invoicestore.InMemoryInvoiceStore;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        properties = {
            "spring.config.name=query-service",
            "tillstream.access.mode=open",
            "tillstream.warehouse.password=none",
            "spring.cloud.aws.region.static=eu-west-1",
            "spring.cloud.aws.credentials.access-key=test",
            "spring.cloud.aws.credentials.secret-key=test"
        })
@AutoConfigureMockMvc
class QueryApiTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private InMemoryInvoiceStore store;

    @BeforeEach
    void someTrade() {
        TransactionLine sale = SampleLines.line("536365", "85123A", "1");
        TransactionLine more = SampleLines.line("536365", "71053", "2", "17850", 8, "2.75");
        TransactionLine back = SampleLines.line("C536400", "85123A", "1", "17850", -1, "2.55");
        TransactionLine guest = SampleLines.line("536370", "POST", "1", null, 3, "18");
        TransactionLine large = SampleLines.line("536371", "DOT", "1", "17851", 100_000, "10000000");
        store.add(List.of(
                sale,
                more,
                SampleLines.soldAt(back, LocalDateTime.parse("2011-01-02T10:00:00"), "France"),
                guest,
                large));
    }

    @Test
    void answersAnInvoiceWithItsExactTotal() {
        assertThat(get("/invoices/536365")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
            {"invoiceNo":"536365","customerId":"17850","date":"2010-12-01T08:26:00","country":"United Kingdom",
             "kind":"SALE","total":37.30,"lineCount":2,"lines":[
              {"stockCode":"71053","lineId":"2","description":"WHITE HANGING HEART T-LIGHT HOLDER","quantity":8,
               "unitPrice":2.75,"lineTotal":22.00},
              {"stockCode":"85123A","lineId":"1","description":"WHITE HANGING HEART T-LIGHT HOLDER","quantity":6,
               "unitPrice":2.55,"lineTotal":15.30}]}\
            """);
    }

    @Test
    void writesMoneyWithAllItsDecimals() throws UnsupportedEncodingException {
        assertThat(body("/invoices/536365")).contains("\"total\":37.30");
        assertThat(body("/invoices/536371")).contains("\"total\":1000000000000.00");
    }

    @Test
    void showsTheDerivedFieldsOfALine() throws UnsupportedEncodingException {
        TransactionLine plain = SampleLines.line("536372", "85123A", "1", null, 1, "15.30");
        Attributes attributes = new Attributes(Map.of(
                "vat", new AttributeValue.Numeral(new BigDecimal("2.55")),
                "rank", new AttributeValue.Numeral(new BigDecimal("12345678901234567890.1234")),
                "channel", new AttributeValue.Text("shop"),
                "bulk", new AttributeValue.Flag(false)));
        store.add(List.of(new TransactionLine(plain.content(), plain.lineId(), plain.receivedAt(), attributes)));
        assertThat(body("/invoices/536372"))
                .contains("\"attributes\":{\"bulk\":false,\"channel\":\"shop\",\"rank\":12345678901234567890.1234,"
                        + "\"vat\":2.55}");
    }

    @Test
    void filtersTheLinesAndLeavesTheTotalsAlone() {
        assertThat(get("/invoices/536365?stockCode=71053"))
                .bodyJson()
                .isLenientlyEqualTo("{\"total\":37.30,\"lineCount\":2,\"lines\":[{\"stockCode\":\"71053\"}]}");
    }

    @Test
    void turnsThePagesOfAnInvoicesLines() throws UnsupportedEncodingException {
        String first = body("/invoices/536365?limit=1");
        assertThat(first)
                .contains("\"total\":37.30", "\"lineCount\":2", "\"71053\"")
                .doesNotContain("\"85123A\"");
        String cursor = first.replaceAll(".*\"next\":\"([A-Za-z0-9_-]+)\".*", "$1");
        assertThat(body("/invoices/536365?limit=1&cursor=" + cursor))
                .contains("\"total\":37.30", "\"lineCount\":2", "\"85123A\"")
                .doesNotContain("next", "\"71053\"");
        assertThat(body("/invoices/536365?limit=2")).isEqualTo(body("/invoices/536365"));
    }

    @Test
    void saysWhatAPageOfLinesCanBe() {
        String ofCustomers =
                Base64.getUrlEncoder().encodeToString("2010-12-01T00:00|1".getBytes(StandardCharsets.UTF_8));
        String noKey = Base64.getUrlEncoder().encodeToString("L|x".getBytes(StandardCharsets.UTF_8));
        for (String parameter :
                List.of("limit=0", "limit=5001", "limit=x", "cursor=!", "cursor=" + ofCustomers, "cursor=" + noKey)) {
            assertThat(get("/invoices/536365?" + parameter))
                    .hasStatus(400)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .startsWith("The parameter " + parameter.replaceAll("=.*", "") + " must be ");
        }
    }

    @Test
    void findsNoInvoiceOfWhatCannotBeAShop() {
        assertThat(get("/invoices/536365?store=%20")).hasStatus(404);
        assertThat(get("/invoices/536365?stockCode=%20"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"lines\":[]}");
    }

    /** What is kept of large invoices lies in the same table as customers. */
    @Test
    void findsNoCustomerOfANumberThatBeginsWithABlank() {
        assertThat(get("/customers?id=%20invoice%20536365")).hasStatus(404);
        assertThat(get("/customers/%20large%20invoices")).hasStatus(404);
    }

    @Test
    void tellsShopsApartThatNumberAlike() {
        TransactionLine line = SampleLines.line("1", "POST", "1", "17852", 3, "18");
        store.add(List.of(SampleLines.ofShop(line, "acme"), SampleLines.ofShop(line, "two words")));
        assertThat(get("/invoices/1?store=acme"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"storeId\":\"acme\",\"total\":54.00,\"lineCount\":1}");
        assertThat(get("/invoices/1")).hasStatus(409).bodyJson().isLenientlyEqualTo("""
            {"type":"urn:tillstream:problem:several-shops","status":409,"stores":["acme","two words"],
             "detail":"Several shops have an invoice 1: ask for one of them with ?store="}\
            """);
        assertThat(get("/invoices/1?store=")).hasStatus(404);
        assertThat(get("/customers/17852/invoices"))
                .bodyJson()
                .extractingPath("$.invoices[*].storeId")
                .isEqualTo(List.of("two words", "acme"));
    }

    @Test
    void turnsThePagesOfInvoicesOfOneNumber() throws UnsupportedEncodingException {
        TransactionLine line = SampleLines.line("2", "POST", "1", "17853", 3, "18");
        store.add(List.of(SampleLines.ofShop(line, "one|more"), SampleLines.ofShop(line, "acme"), line));
        String first = body("/customers/17853/invoices?limit=1");
        assertThat(first).contains("one|more");
        String cursor = first.replaceAll(".*\"next\":\"([A-Za-z0-9_-]+)\".*", "$1");
        assertThat(body("/customers/17853/invoices?cursor=" + cursor))
                .contains("acme")
                .doesNotContain("one|more");
    }

    @Test
    void findsAnInvoiceWithoutAShopAmongThoseOfShops() {
        TransactionLine line = SampleLines.line("3", "POST", "1", "17854", 3, "18");
        store.add(List.of(SampleLines.ofShop(line, "acme"), line));
        assertThat(get("/invoices/3?store=")).hasStatusOk().bodyJson().doesNotHavePath("$.storeId");
    }

    @Test
    void leavesOutTheCustomerOfAGuest() {
        assertThat(get("/invoices/536370")).bodyJson().doesNotHavePath("$.customerId");
    }

    @Test
    void sumsUpACustomer() {
        assertThat(get("/customers/17850")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
            {"customerId":"17850","netSpend":34.75,"sales":37.30,"cancellations":-2.55,"invoices":2,
             "firstPurchase":"2010-12-01T08:26:00","lastPurchase":"2010-12-01T08:26:00",
             "countries":["France","United Kingdom"]}\
            """);
    }

    @Test
    void listsACustomersInvoicesNewestFirst() {
        assertThat(get("/customers/17850/invoices")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
            {"invoices":[
              {"invoiceNo":"C536400","date":"2011-01-02T10:00:00","country":"France","kind":"CANCELLATION",
               "total":-2.55,"lineCount":1},
              {"invoiceNo":"536365","date":"2010-12-01T08:26:00","country":"United Kingdom","kind":"SALE",
               "total":37.30,"lineCount":2}]}\
            """);
        assertThat(get("/customers/17850/invoices?from=2011-01-01&to=2011-01-02"))
                .bodyJson()
                .extractingPath("$.invoices[*].invoiceNo")
                .isEqualTo(List.of("C536400"));
        assertThat(get("/customers/17850/invoices?from=2012-01-01"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"invoices\":[]}");
    }

    @Test
    void turnsThePagesOfInvoices() throws UnsupportedEncodingException {
        String first = body("/customers/17850/invoices?limit=1");
        assertThat(first).contains("\"C536400\"").doesNotContain("\"536365\"");
        String cursor = first.replaceAll(".*\"next\":\"([A-Za-z0-9_-]+)\".*", "$1");
        assertThat(body("/customers/17850/invoices?limit=1&cursor=" + cursor))
                .contains("\"536365\"")
                .doesNotContain("next", "\"C536400\"");
    }

    @Test
    void saysWhatAPageOfInvoicesCanBe() {
        String madeUp = Base64.getUrlEncoder().encodeToString("2010-12-01|".getBytes(StandardCharsets.UTF_8));
        for (String parameter :
                List.of("limit=0", "limit=1001", "from=x", "cursor=!", "cursor=MQ", "cursor=" + madeUp)) {
            assertThat(get("/customers/17850/invoices?" + parameter))
                    .hasStatus(400)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .startsWith("The parameter " + parameter.replaceAll("=.*", "") + " must be ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme/42", "..", ".", "a;b", "100%", "back\\slash", "a b", "#?&=+", "\u202eynamreG", "invoices"})
    void findsCustomersOfAnyNumberByParameter(String id) {
        String invoiceNo = "N" + Integer.toHexString(id.hashCode());
        store.add(List.of(SampleLines.line(invoiceNo, "85123A", "1", id, 6, "2.55")));
        String asked = "?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");

        assertThat(get("/customers" + asked))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.customerId")
                .isEqualTo(id);
        assertThat(get("/customers/invoices" + asked + "&limit=1"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.invoices[*].invoiceNo")
                .isEqualTo(List.of(invoiceNo));
    }

    @Test
    void findsTheCustomerWhoseNumberIsAWordOfTheAddresses() {
        store.add(List.of(SampleLines.line("536381", "85123A", "1", "invoices", 6, "2.55")));
        assertThat(get("/customers/invoices")).hasStatusOk().bodyJson().hasPath("$.netSpend");
        assertThat(get("/customers/invoices/invoices")).hasStatusOk().bodyJson().hasPath("$.invoices");
    }

    @Test
    void asksForTheNumberOfTheCustomer() {
        for (String path : List.of("/customers", "/customers?id=", "/customers/invoices?id=%20")) {
            assertThat(get(path))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .isEqualTo("The parameter id must be the number of a customer");
        }
    }

    @Test
    void describesWhatIsNotThere() {
        for (String path :
                List.of("/invoices/999", "/invoices/not%20a%20number", "/customers/999", "/customers/999/invoices")) {
            assertThat(get(path))
                    .hasStatus(404)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .startsWith("There is no ");
        }
    }

    @Test
    void describesAPathThatDoesNotExist() {
        assertThat(get("/invoice/1")).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void servesItsOpenApiDocument() {
        assertThat(get("/v3/api-docs")).hasStatusOk().bodyJson().hasPath("$.paths['/invoices/{no}']");
        assertThat(get("/v3/api-docs"))
                .bodyJson()
                .extractingPath("$.components.schemas.Line.properties.attributes.type")
                .isEqualTo("object");
        assertThat(get("/v3/api-docs"))
                .bodyJson()
                .extractingPath("$.paths['/invoices/{no}'].get.parameters[*].name")
                .isEqualTo(List.of("no", "stockCode", "store", "limit", "cursor"));
        assertThat(get("/v3/api-docs"))
                .bodyJson()
                .extractingPath("$.components.schemas.InvoiceView.properties")
                .asMap()
                .containsKeys("next", "totalsAsOf");
    }

    private MvcTestResult get(String path) {
        return http.get().uri(java.net.URI.create(path)).exchange();
    }

    private String body(String path) throws UnsupportedEncodingException {
        return get(path).getResponse().getContentAsString();
    }

    @TestConfiguration
    static class InMemory {
        @Bean
        @Primary
        InMemoryInvoiceStore invoiceStore() {
            return new InMemoryInvoiceStore();
        }
    }
}
