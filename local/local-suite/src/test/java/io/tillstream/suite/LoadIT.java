package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A file that is loaded in bulk, and then streamed as well. */
class LoadIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ROWS = 500;
    private static final String FIGURES = "SELECT count(*) || ' rows, ' || sum(line_total) FROM sales_line";
    private static final String LOADED_FROM_STREAM =
            "SELECT coalesce(sum(rows), 0) FROM load_history WHERE object LIKE '%/firehose/%'";

    @TempDir
    private Path folder;

    @Test
    void rowsThatAreLoadedAndStreamedCountOnce() throws SQLException {
        String file = folder.resolve("rows.csv").toString();
        try (Suite suite = Suites.ephemeral();
                Connection warehouse = DriverManager.getConnection(suite.warehouse(), "tillstream", "tillstream")) {
            Tillstream.commandLine().execute("generate", "--rows", "" + ROWS, "--out", file);
            assertThat(Suites.load(suite, file)).contains("500 accepted, 0 rejected", "500 new, 0 already there");
            String loaded = figure(warehouse, FIGURES);
            assertThat(loaded).startsWith("500 rows, ");

            Tillstream.commandLine()
                    .execute(
                            "replay",
                            file,
                            "--url",
                            suite.ingest().toString(),
                            "--state-dir",
                            folder.resolve("state").toString());
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(figure(warehouse, LOADED_FROM_STREAM)).isEqualTo("" + ROWS));
            assertThat(figure(warehouse, FIGURES)).isEqualTo(loaded);
            assertThat(Suites.load(suite, file)).contains("nothing to do");
        }
    }

    @Test
    void aLineThatIsVoidStaysOutWhenItsFileComesAgain() throws Exception {
        String file = folder.resolve("rows.csv").toString();
        try (Suite suite = Suites.ephemeral();
                Pipeline pipeline = Pipeline.of(suite);
                Connection warehouse = DriverManager.getConnection(suite.warehouse(), "tillstream", "tillstream")) {
            Tillstream.commandLine().execute("generate", "--rows", "" + ROWS, "--out", file);
            Suites.load(suite, file);
            String invoiceNo = figure(
                    warehouse,
                    "SELECT invoice_no FROM sales_line GROUP BY invoice_no HAVING count(*) > 1 ORDER BY 1 LIMIT 1");
            int lines = pipeline.lineCount(invoiceNo);
            JsonNode line =
                    pipeline.read(pipeline.get("/invoices/" + invoiceNo).body()).at("/lines/0");

            HttpResponse<String> answer = pipeline.delete("/invoices/%s/lines?stockCode=%s&lineId=%s&reason=typed+twice"
                    .formatted(
                            invoiceNo,
                            URLEncoder.encode(line.path("stockCode").asString(), StandardCharsets.UTF_8),
                            line.path("lineId").asString()));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            await().atMost(SOON).until(() -> pipeline.lineCount(invoiceNo) == lines - 1);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(figure(warehouse, FIGURES)).startsWith("499 rows, "));
            String without = figure(warehouse, FIGURES);

            Tillstream.commandLine()
                    .execute(
                            "replay",
                            file,
                            "--url",
                            suite.ingest().toString(),
                            "--state-dir",
                            folder.resolve("state").toString());
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(figure(warehouse, LOADED_FROM_STREAM)).isEqualTo("" + (ROWS + 1)));
            assertThat(figure(warehouse, FIGURES)).isEqualTo(without);
            assertThat(pipeline.lineCount(invoiceNo)).isEqualTo(lines - 1);
            assertThat(figure(warehouse, "SELECT invoice_no || ' ' || reason FROM voided_line"))
                    .isEqualTo(invoiceNo + " typed twice");
        }
    }

    private static String figure(Connection warehouse, String sql) throws SQLException {
        try (ResultSet rows = warehouse.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
