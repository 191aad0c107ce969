package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.model.layout.FeedLayout;
import io.tillstream.warehouse.schema.LocalWarehouse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * More rows at once than the shards take, on a cloud that holds each of them to 1,000 records and 1 MiB a second in, and
 * to five reads a second for the three consumers together.
 */
class StrictCloudIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int INVOICES = 120;
    private static final int ROWS = 100;
    private static final int LINES = INVOICES * ROWS;
    // Of which a mebibyte does not hold many.
    private static final String DESCRIPTION = "HEART ".repeat(60).strip();

    @Test
    void everyRowIsInEveryStoreOnce() throws Exception {
        try (Suite suite = Suites.strict();
                Pipeline pipeline = Pipeline.of(suite)) {
            postAll(pipeline);
            await().atMost(PATIENCE).until(() -> linesOfInvoices(pipeline) == LINES);
            await().atMost(PATIENCE).until(() -> timesInTheLake(pipeline).size() == LINES);
            await().atMost(PATIENCE).until(() -> linesInTheWarehouse(suite).equals(LINES + " of " + LINES));

            assertThat(timesInTheLake(pipeline).values()).containsOnly(1);
            assertThat(linesOfInvoices(pipeline)).isEqualTo(LINES);
            JsonNode stream = streamCounters(suite);
            assertThat(stream.path("failed").asLong())
                    .as("records refused by a shard")
                    .isPositive();
            assertThat(stream.path("refusedReads").asLong())
                    .as("reads refused by a shard")
                    .isPositive();
        }
    }

    private static void postAll(Pipeline pipeline) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> posts = new ArrayList<>();
            for (int invoice = 0; invoice < INVOICES; invoice++) {
                String rows = rows(invoice);
                String key = "invoice-" + invoice;
                posts.add(threads.submit(() -> await().atMost(PATIENCE)
                        .until(() -> pipeline.post(rows, "Idempotency-Key", key).statusCode() == 202)));
            }
            for (Future<?> post : posts) {
                post.get();
            }
        }
    }

    private static String rows(int invoice) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> """
                        {"InvoiceNo":"%1$d","StockCode":"S%2$d","LineId":"%2$d","Description":"%3$s","Quantity":1,
                         "InvoiceDate":"2010-12-01 08:26:00","UnitPrice":"1.25","CustomerID":"%1$d","Country":"France"}""".formatted(invoice, i, DESCRIPTION))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static int linesOfInvoices(Pipeline pipeline) {
        return IntStream.range(0, INVOICES)
                .map(invoice -> pipeline.lineCount(Integer.toString(invoice)))
                .sum();
    }

    private static Map<List<String>, Integer> timesInTheLake(Pipeline pipeline) {
        return pipeline.lake().stream()
                .collect(Collectors.toMap(
                        line -> List.of(
                                line.path("invoiceNo").asString(),
                                line.path("lineId").asString()),
                        line -> 1,
                        Integer::sum));
    }

    private static String linesInTheWarehouse(Suite suite) throws SQLException {
        try (Connection warehouse = DriverManager.getConnection(
                        suite.warehouse(), LocalWarehouse.USERNAME, CloudSettings.WAREHOUSE_PASSWORD);
                ResultSet count = warehouse.createStatement().executeQuery("""
                        SELECT count(*) || ' of ' || count(DISTINCT invoice_no || ' ' || line_id) FROM sales_line""")) {
            count.next();
            return count.getString(1);
        }
    }

    private static JsonNode streamCounters(Suite suite) throws IOException, InterruptedException {
        URI streams = suite.cloud().resolve("/_local/streams");
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer = http.send(HttpRequest.newBuilder(streams).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return JsonMapper.shared().readTree(answer).values().stream()
                    .filter(stream -> stream.path("stream").asString().equals(FeedLayout.TRANSACTIONS.stream()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
