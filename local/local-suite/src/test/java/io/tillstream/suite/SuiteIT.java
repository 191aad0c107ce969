package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.dashboards.ObservabilityFiles;
import io.tillstream.dashboards.ScrapedServices;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.layout.FeedLayout;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import tools.jackson.databind.JsonNode;

/** A row's whole way, from the request to every store and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuiteIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SPILL = "tillstream.ingest.spill.";

    private Suite suite;
    private Pipeline pipeline;

    /** With the surge buffer at hand, so that it is among what the services tell of themselves. */
    @BeforeAll
    void start(@TempDir Path folder) {
        System.setProperty(SPILL + "mode", "disk");
        System.setProperty(SPILL + "disk.folder", folder.toString());
        suite = Suites.running("transactions", "events");
        pipeline = Pipeline.of(suite);
    }

    @AfterAll
    void stop() {
        pipeline.close();
        suite.close();
        System.clearProperty(SPILL + "mode");
        System.clearProperty(SPILL + "disk.folder");
    }

    @Test
    void aRowCanBeLookedUpAndLiesInTheLakeOnce() throws Exception {
        HttpResponse<String> answer = pipeline.post("""
                {"InvoiceNo":"536365","StockCode":"85123A","Description":"WHITE HANGING HEART T-LIGHT HOLDER",
                 "Quantity":6,"InvoiceDate":"12/1/2010 8:26","UnitPrice":2.55,"CustomerID":17850,
                 "Country":"United Kingdom"}""");
        assertThat(answer.statusCode()).isEqualTo(202);
        String lineId = pipeline.read(answer.body())
                .path("lines")
                .path(0)
                .path("lineId")
                .asString();
        await().atMost(SOON).until(() -> pipeline.lineCount("536365") == 1);

        JsonNode invoice = pipeline.read(pipeline.get("/invoices/536365").body());
        assertThat(invoice.path("total").decimalValue()).isEqualByComparingTo("15.30");
        // The summary is stored after the line.
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(pipeline.get("/customers/17850").body()).contains("\"netSpend\":15.30"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(pipeline.lake())
                        .filteredOn(line -> line.path("lineId").asString().equals(lineId))
                        .hasSize(1));
    }

    @Test
    void tellsWhatItIsMadeOf() throws Exception {
        JsonNode info = pipeline.read(pipeline.get("/actuator/info").body());
        assertThat(info.path("build").path("artifact").asString()).isEqualTo("query-service");
        JsonNode bill = pipeline.read(pipeline.get(info.path("sbom").asString()).body());
        assertThat(bill.path("components").values())
                .extracting(component -> component.path("name").asString())
                .contains("warehouse", "jackson-databind");
    }

    @Test
    void aRetriedRequestAddsNothing() throws Exception {
        String invoiceNo = unique();
        String rows = array(invoiceNo, 120);
        for (int i = 0; i < 3; i++) {
            assertThat(pipeline.post(rows, "Idempotency-Key", invoiceNo).statusCode())
                    .isEqualTo(202);
        }
        String marker = unique();
        pipeline.post(array(marker, 1));
        await().atMost(SOON).until(() -> pipeline.lineCount(invoiceNo) == 120 && pipeline.lineCount(marker) == 1);
    }

    @Test
    void aRetriedRequestLiesInTheLakeOnce() throws Exception {
        String invoiceNo = unique();
        String rows = array(invoiceNo, 120);
        pipeline.post(rows, "Idempotency-Key", invoiceNo);
        await().atMost(SOON).until(() -> pipeline.linesInTheLake(invoiceNo) == 120);
        pipeline.post(rows, "Idempotency-Key", invoiceNo);
        pipeline.post(rows, "Idempotency-Key", invoiceNo);
        // Comes after the others in their shard, whose lines pass in order.
        pipeline.post(row(invoiceNo, "LAST"));
        await().atMost(SOON).until(() -> pipeline.linesInTheLake(invoiceNo) > 120);
        assertThat(pipeline.linesInTheLake(invoiceNo)).isEqualTo(121);
    }

    @Test
    void aRowSentTwiceIsMergedIntoTheWarehouseOnce() throws Exception {
        String invoiceNo = unique();
        String rows = array(invoiceNo, 3);
        pipeline.post(rows, "Idempotency-Key", invoiceNo);
        await().atMost(SOON).until(() -> linesInTheWarehouse(invoiceNo) == 3);
        pipeline.post(rows, "Idempotency-Key", invoiceNo);
        String marker = unique();
        pipeline.post(row(marker, "22698"));
        await().atMost(SOON).until(() -> linesInTheWarehouse(marker) == 1);
        assertThat(linesInTheWarehouse(invoiceNo)).isEqualTo(3);
    }

    @Test
    void rowsShowUpInAnalyticsAndAmongTheirCustomersInvoices() throws Exception {
        String customer = unique();
        String invoiceNo = unique();
        pipeline.post("""
                [{"InvoiceNo":"%1$s","StockCode":"85123A","Quantity":6,"InvoiceDate":"1999-03-01 08:26",
                  "UnitPrice":2.55,"CustomerID":"%2$s","Country":"Malta"},
                 {"InvoiceNo":"C%1$s","StockCode":"85123A","Quantity":-1,"InvoiceDate":"1999-03-02 09:00",
                  "UnitPrice":2.55,"CustomerID":"%2$s","Country":"Malta"}]""".formatted(invoiceNo, customer));
        await().atMost(SOON).until(() -> linesInTheWarehouse(invoiceNo) + linesInTheWarehouse("C" + invoiceNo) == 2);
        await().atMost(SOON)
                .until(() -> pipeline.read(pipeline.get("/customers/" + customer + "/invoices")
                                        .body())
                                .path("invoices")
                                .size()
                        == 2);

        assertThat(pipeline.get("/analytics/kpis?from=1999-03-01&to=1999-03-02").body())
                .contains("\"lines\":2,\"invoices\":2,\"customers\":1", "\"revenue\":12.75", "\"sales\":15.30");
        assertThat(pipeline.get("/analytics/sales?groupBy=day&from=1999-03-01&to=1999-03-02")
                        .body())
                .contains("{\"day\":\"1999-03-01\",\"lines\":1,", "{\"day\":\"1999-03-02\",\"lines\":1,");
        JsonNode invoices = pipeline.read(
                pipeline.get("/customers/" + customer + "/invoices").body());
        assertThat(invoices.at("/invoices/0/invoiceNo").asString()).isEqualTo("C" + invoiceNo);
        assertThat(invoices.at("/invoices/1/invoiceNo").asString()).isEqualTo(invoiceNo);
        assertThat(invoices.at("/invoices/1/total").decimalValue()).isEqualByComparingTo("15.30");
        for (String path : new String[] {"products", "rfm", "rfm/segments", "churn"}) {
            assertThat(pipeline.get("/analytics/" + path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void aVoidLineIsLeftOutByEveryStore() throws Exception {
        String invoiceNo = unique();
        pipeline.post(array(invoiceNo, 3), "Idempotency-Key", invoiceNo);
        await().atMost(SOON).until(() -> linesInTheWarehouse(invoiceNo) == 3 && pipeline.lineCount(invoiceNo) == 3);
        JsonNode line =
                pipeline.read(pipeline.get("/invoices/" + invoiceNo).body()).at("/lines/1");
        String path = "/invoices/%s/lines/%s/%s"
                .formatted(
                        invoiceNo,
                        line.path("stockCode").asString(),
                        line.path("lineId").asString());
        assertThat(pipeline.delete(path).statusCode()).isEqualTo(202);
        await().atMost(SOON).until(() -> linesInTheWarehouse(invoiceNo) == 2 && pipeline.lineCount(invoiceNo) == 2);

        pipeline.post(array(invoiceNo, 3), "Idempotency-Key", invoiceNo);
        String marker = unique();
        pipeline.post(array(marker, 1));
        await().atMost(SOON).until(() -> linesInTheWarehouse(marker) == 1 && pipeline.lineCount(marker) == 1);
        assertThat(linesInTheWarehouse(invoiceNo)).isEqualTo(2);
        assertThat(pipeline.lineCount(invoiceNo)).isEqualTo(2);
        assertThat(pipeline.linesInTheLake(invoiceNo)).isEqualTo(4);
    }

    @Test
    void equalRowsInOneRequestAllCount() throws Exception {
        String invoiceNo = unique();
        String row = row(invoiceNo, "22698");
        pipeline.post("[" + row + "," + row + "," + row + "]");
        await().atMost(SOON).until(() -> pipeline.lineCount(invoiceNo) == 3);
    }

    @Test
    void whatIsNoLineIsDeadLetteredAndHoldsUpNothing() throws Exception {
        putWhatIsNoLine();
        String invoiceNo = unique();
        pipeline.post(array(invoiceNo, 5));
        await().atMost(SOON).until(() -> pipeline.lineCount(invoiceNo) == 5);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(pipeline.keys("rejected/"))
                        .anyMatch(key -> key.startsWith("rejected/lake/"))
                        .anyMatch(key -> key.startsWith("rejected/invoices/")));
    }

    @Test
    void theServicesTellThatTheyAreWell() {
        for (var address : List.of(suite.ingest(), suite.query(), suite.consumers())) {
            try (var http = java.net.http.HttpClient.newHttpClient()) {
                // The consumers are ready once they have taken their leases.
                await().atMost(SOON).untilAsserted(() -> {
                    var answer = http.send(
                            java.net.http.HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.statusCode()).isEqualTo(200);
                });
            }
        }
    }

    @Test
    void theServicesShowWhatAlertsAndDashboardsAskFor() throws Exception {
        String invoiceNo = unique();
        pipeline.post("[" + row(invoiceNo, "22698") + ",{\"InvoiceNo\":\"536365\"}]");
        pipeline.postTo(new ShopEventFeed().layout(), """
                {"event_time":"2019-10-01 00:00:04 UTC","event_type":"view","product_id":"1","category_id":"2",
                 "price":2.62,"user_id":"3","user_session":"4"}""");
        await().atMost(SOON).until(() -> pipeline.lineCount(invoiceNo) == 1);
        ScrapedServices services = OwnedNames.services(suite);
        await().atMost(SOON).untilAsserted(() -> assertThat(services.faults()).isEmpty());
    }

    /** A name that changes leaves behind what lies under the old one, and whoever looks for it. New ones do no harm. */
    @Test
    void whateverHasANameOutsideKeepsIt(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("rows.csv"), """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                %s,22698,,1,12/1/2010 8:26,1.25,12345,France
                """.formatted(unique()));
        Suites.load(suite, file.toString());
        putWhatIsNoLine();
        pipeline.post("[" + row(unique(), "22698") + ",{\"InvoiceNo\":\"536365\"}]");
        List<String> kept = Files.readAllLines(Path.of("src", "test", "resources", "names.txt"));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(OwnedNames.of(suite, pipeline.clients())).containsAll(kept));
    }

    @Test
    void theWarehouseAnswersWhatDashboardsAsk() throws Exception {
        try (Connection warehouse = DriverManager.getConnection(suite.warehouse(), "tillstream_bi", "tillstream")) {
            for (String query : ObservabilityFiles.warehouseQueries()) {
                // As Grafana fills it in.
                String filled = query.replaceAll(
                        "\\$__timeFilter\\((\\w+)\\)", "$1 BETWEEN '2026-01-01T00:00:00Z' AND '2026-02-01T00:00:00Z'");
                try (PreparedStatement statement = warehouse.prepareStatement(filled)) {
                    assertThat(statement.execute()).isTrue();
                }
            }
        }
    }

    @Test
    void theDeliveryStreamIsThere() {
        assertThat(pipeline.clients()
                        .firehose()
                        .describeDeliveryStream(
                                request -> request.deliveryStreamName(FeedLayout.TRANSACTIONS.deliveryStream()))
                        .deliveryStreamDescription()
                        .deliveryStreamStatusAsString())
                .isEqualTo("ACTIVE");
    }

    private void putWhatIsNoLine() {
        pipeline.clients()
                .kinesis()
                .putRecord(request -> request.streamName(FeedLayout.TRANSACTIONS.stream())
                        .partitionKey("poison")
                        .data(SdkBytes.fromUtf8String("this is no line")));
    }

    private static String array(String invoiceNo, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> row(invoiceNo, "S" + i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String row(String invoiceNo, String stockCode) {
        return """
                {"InvoiceNo":"%s","StockCode":"%s","Quantity":1,"InvoiceDate":"12/1/2010 8:26","UnitPrice":"1.25",
                 "CustomerID":"12345","Country":"France"}""".formatted(invoiceNo, stockCode);
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }

    private long linesInTheWarehouse(String invoiceNo) throws SQLException {
        try (Connection warehouse = DriverManager.getConnection(suite.warehouse(), "tillstream", "tillstream");
                PreparedStatement query =
                        warehouse.prepareStatement("SELECT count(*) FROM sales_line WHERE invoice_no = ?")) {
            query.setString(1, invoiceNo);
            try (ResultSet count = query.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        }
    }
}
