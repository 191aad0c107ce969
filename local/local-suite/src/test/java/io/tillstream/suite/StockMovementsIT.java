package io.tillstream.suite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.consumers.reprocess.ReprocessCommand;
import io.tillstream.model.layout.FeedLayout;
import io.tillstream.suite.example.StockMovementFeed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The example feed: nothing knows it but its own files and a setting, and it goes everywhere that other feeds go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockMovementsIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final FeedLayout LAYOUT = new StockMovementFeed().layout();
    private static final String FEEDS = "transactions,stock-movements";

    private final ClassLoader usual = requireNonNull(Thread.currentThread().getContextClassLoader());
    private URLClassLoader installed;
    private Suite suite;
    private Pipeline pipeline;

    @TempDir
    private Path folder;

    /** The class path of this run only: other suites have no such feed. */
    @BeforeAll
    void start() {
        URL files = requireNonNull(getClass().getResource("/stock-movements/"));
        installed = new URLClassLoader(new URL[] {files}, usual);
        Thread.currentThread().setContextClassLoader(installed);
        suite = Suites.running(FEEDS.split(","));
        pipeline = Pipeline.of(suite);
    }

    @AfterAll
    void stop() throws IOException {
        pipeline.close();
        suite.close();
        Thread.currentThread().setContextClassLoader(usual);
        installed.close();
    }

    @Test
    void whatIsPostedEndsInTheLakeAndInTheWarehouseOnce() throws Exception {
        String rows = """
                [{"time":"2026-03-01T08:26:00Z","sku":"posted-1","store":"soho","quantity":6,"reason":"delivery"},
                 {"time":"2026-03-01 09:00 +01:00","sku":"posted-1","store":"soho","quantity":-1,"reason":"broken"},
                 {"movedAt":"2026-03-01T10:00:00Z","sku":"posted-2","quantity":"3","reason":"count","movementId":"m-1"},
                 {"time":"2026-03-01T10:00:00Z","sku":"posted-3","quantity":"a few","reason":"count"}]""";
        String body = "";
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> response = pipeline.postTo(LAYOUT, rows, "Idempotency-Key", "movements");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
            body = response.body();
        }
        JsonNode answer = pipeline.read(body);
        assertThat(answer.path("accepted").asInt()).isEqualTo(3);
        assertThat(answer.at("/lines/2/sku").asString()).isEqualTo("posted-2");
        assertThat(answer.at("/lines/2/movementId").asString()).isEqualTo("m-1");
        assertThat(answer.at("/errors/0").toString()).contains("\"quantity\"", "\"not_a_whole_number\"");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(pipeline.lakeOf(LAYOUT))
                        .extracting(line -> line.path("sku").asString() + " "
                                + line.path("quantity").asInt())
                        .containsExactlyInAnyOrder("posted-1 6", "posted-1 -1", "posted-2 3"));
        assertThat(pipeline.keys("raw/stock-movements/")).allMatch(key -> key.startsWith("raw/stock-movements/dt="));
        assertThat(pipeline.lake()).as("transactions").isEmpty();
        String kept = "posted-1 soho -1 broken, posted-1 soho 6 delivery, posted-2 null 3 count";
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(movements("posted-%")).isEqualTo(kept));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rowsLoaded())
                        .as("loaded, as often as they were sent")
                        .isEqualTo(6));
        assertThat(movements("posted-%")).isEqualTo(kept);

        execute("DELETE FROM stock_movement WHERE sku LIKE 'posted-%'");
        assertThat(reprocess("raw", "--all", "--feed", "stock-movements", "--targets", "warehouse"))
                .containsPattern("stock-movements-warehouse +[36] rows stored");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(movements("posted-%")).isEqualTo(kept));
        assertThat(pipeline.keys("rejected/")).isEmpty();
        assertThat(figure("SELECT count(*) FROM sales_line")).isZero();
    }

    @Test
    void aFileIsKnownByItsHeaderAndLoadedOnce() throws Exception {
        String file = file("stock.csv", """
                time,sku,store,quantity,reason
                2026-03-01 08:26,filed-1,soho,6,delivery
                2026-03-01 08:27,filed-1,soho,-2,broken
                2026-03-01 08:28,filed-2,,4,delivery
                """);
        assertThat(Suites.load(suite, file))
                .contains("3 accepted, 0 rejected", "2 articles, 8 pieces", "3 new, 0 already there");
        String kept = "filed-1 soho -2 broken, filed-1 soho 6 delivery, filed-2 null 4 delivery";
        assertThat(movements("filed-%")).isEqualTo(kept);
        assertThat(pipeline.keys("raw/stock-movements-batch/load="))
                .anyMatch(key -> key.endsWith("/part-00000.jsonl.gz"))
                .anyMatch(key -> key.endsWith("/manifest.json"));

        assertThat(Suites.load(suite, file)).contains("nothing to do");
        String turned = file("turned.csv", """
                Reason,Quantity,Store,SKU,Time
                delivery,4.0,,filed-2,2026-03-01T08:28:00Z
                broken,-2,soho,filed-1,2026-03-01T09:27+01:00
                delivery,+6,soho,filed-1,2026-03-01 08:26:00 UTC
                """);
        assertThat(Suites.load(suite, turned)).contains("the same lines came before", "3 already there");
        assertThat(movements("filed-%")).isEqualTo(kept);
    }

    @Test
    void isDescribedAndCountedUnderItsName() {
        assertThat(suite.paths()).containsExactly("/transactions", "/stock-movements");
        assertThat(pipeline.getFrom(suite.ingest(), "/v3/api-docs").body())
                .contains("\"/stock-movements\"", "\"StockMovementsRow\"", "\"movementId\"");
        assertThat(pipeline.getFrom(suite.consumers(), "/actuator/prometheus").body())
                .contains("feed=\"stock-movements\",sink=\"stock-movements-lake\"");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String movements(String skus) throws SQLException {
        try (Connection warehouse = connection();
                ResultSet rows = warehouse.createStatement().executeQuery("""
                        SELECT string_agg(concat_ws(' ', sku, coalesce(store_id, 'null'), quantity, reason), ', '
                                          ORDER BY sku, quantity)
                        FROM stock_movement WHERE sku LIKE '%s'""".formatted(skus))) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private long rowsLoaded() throws SQLException {
        return figure(
                "SELECT coalesce(sum(rows), 0) FROM load_history WHERE object LIKE '%/firehose/stock-movements/%'");
    }

    private long figure(String sql) throws SQLException {
        try (Connection warehouse = connection();
                ResultSet rows = warehouse.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection warehouse = connection();
                Statement statement = warehouse.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As the owner of the tables. */
    private Connection connection() throws SQLException {
        return DriverManager.getConnection(suite.warehouse(), "tillstream_loader", CloudSettings.WAREHOUSE_PASSWORD);
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
