package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.loader.importing.ImportCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            assertThat(load(suite, file)).contains("500 accepted, 0 rejected", "500 new, 0 already there");
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
            assertThat(load(suite, file)).contains("nothing to do");
        }
    }

    private static String load(Suite suite, String file) {
        List<String> settings = new ArrayList<>(CloudSettings.of(suite.cloud()));
        settings.add("--tillstream.warehouse.url=" + suite.warehouse());
        settings.add("--tillstream.warehouse.username=tillstream_loader");
        settings.add("--tillstream.warehouse.password=tillstream");
        StringWriter out = new StringWriter();
        int exitCode = new ImportCommand(settings)
                .commandLine()
                .setOut(new PrintWriter(out))
                .execute(file);
        assertThat(exitCode).as(out.toString()).isZero();
        return out.toString();
    }

    private static String figure(Connection warehouse, String sql) throws SQLException {
        try (ResultSet rows = warehouse.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
