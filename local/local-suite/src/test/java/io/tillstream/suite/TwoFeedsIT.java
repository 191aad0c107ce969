package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.consumers.reprocess.ReprocessCommand;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.layout.FeedLayout;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Sales and the visits of a shop's pages, side by side: each ends in the stores of its own feed, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoFeedsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FEEDS = "transactions,events";
    private static final FeedLayout EVENTS = new ShopEventFeed().layout();
    private static final int VISITS = 30;

    private Suite suite;
    private Pipeline pipeline;

    @BeforeAll
    void start() {
        suite = Suites.running(FEEDS.split(","));
        pipeline = Pipeline.of(suite);
    }

    @AfterAll
    void stop() {
        pipeline.close();
        suite.close();
    }

    @Test
    void takesRowsOfBothAndKeepsEachOnce() throws Exception {
        assertThat(suite.paths()).containsExactly("/transactions", "/events");
        for (int i = 0; i < 2; i++) {
            assertThat(pipeline.postTo(EVENTS, events(), "Idempotency-Key", "visits")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(pipeline.post(sales(), "Idempotency-Key", "visits").statusCode())
                    .isEqualTo(202);
        }
        List<String> sent = eventIds();
        await().atMost(SOON).untilAsserted(() -> assertThat(idsInTheLake()).containsExactlyInAnyOrderElementsOf(sent));
        await().atMost(SOON).until(() -> pipeline.linesInTheLake("T1") == VISITS && pipeline.lineCount("T1") == VISITS);
        assertThat(pipeline.lake()).as("sales alone").hasSize(VISITS);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(inTheWarehouse("sales_line", "line_id"))
                        .hasSize(VISITS)
                        .doesNotHaveDuplicates());
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(inTheWarehouse("shop_event", "event_id")).containsExactlyInAnyOrderElementsOf(sent));
        assertThat(pipeline.keys("rejected/")).isEmpty();

        assertThat(reprocess("raw", "--all", "--feed", "events", "--targets", "warehouse"))
                .contains("events-warehouse " + sent.size() + " rows stored");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(figure("SELECT coalesce(sum(rows), 0) FROM load_history"
                                + " WHERE object LIKE '%/firehose/events/%'"))
                        .as("loaded, the lines of the requests as often as they were sent")
                        .isGreaterThanOrEqualTo(2L * sent.size()));
        assertThat(inTheWarehouse("shop_event", "event_id")).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(inTheWarehouse("sales_line", "line_id")).hasSize(VISITS);
    }

    /** Visits with a session and without, of events that name themselves and of others. */
    private static String events() {
        return IntStream.range(0, VISITS)
                .mapToObj(i -> """
                        {"event_time":"2019-10-01 00:00:%02d UTC","event_type":"%s","product_id":"5773203",
                         "category_id":"1487580005134238553","category_code":"","brand":"runail","price":"2.62",
                         "user_id":"463240011"%s%s}""".formatted(
                        i,
                        List.of("view", "cart", "remove_from_cart", "purchase").get(i % 4),
                        i % 3 == 0 ? "" : ",\"user_session\":\"session-%d\"".formatted(i / 7),
                        i % 2 == 0 ? "" : ",\"event_id\":\"event-%d\"".formatted(i)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String sales() {
        return IntStream.range(0, VISITS).mapToObj(i -> """
                        {"InvoiceNo":"T1","StockCode":"S%d","Quantity":1,"InvoiceDate":"12/1/2010 8:26",
                         "UnitPrice":"1.25","Country":"France"}""".formatted(i)).collect(Collectors.joining(",", "[", "]"));
    }

    /** As the answer to the request gives them. */
    private List<String> eventIds() throws Exception {
        JsonNode answer = pipeline.read(
                pipeline.postTo(EVENTS, events(), "Idempotency-Key", "visits").body());
        List<String> ids = new ArrayList<>();
        answer.path("lines").forEach(line -> ids.add(line.path("eventId").asString()));
        assertThat(ids).hasSize(VISITS).doesNotHaveDuplicates();
        return ids;
    }

    private List<String> idsInTheLake() {
        return pipeline.lakeOf(EVENTS).stream()
                .map(line -> line.path("eventId").asString())
                .toList();
    }

    private List<String> inTheWarehouse(String table, String column) throws SQLException {
        try (Connection warehouse = connection();
                ResultSet rows = warehouse.createStatement().executeQuery("SELECT " + column + " FROM " + table)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private long figure(String sql) throws SQLException {
        try (Connection warehouse = connection();
                ResultSet rows = warehouse.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(suite.warehouse(), "tillstream", "tillstream");
    }

    private String reprocess(String... arguments) {
        List<String> settings = new ArrayList<>(CloudSettings.of(suite.cloud()));
        settings.add("--tillstream.feeds=" + FEEDS);
        StringWriter out = new StringWriter();
        int code = new ReprocessCommand(settings)
                .commandLine()
                .setOut(new PrintWriter(out))
                .execute(arguments);
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }
}
