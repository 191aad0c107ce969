package io.tillstream.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.model.SampleLines;
import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryAccessIT {

    /** The SHA-256 of {@code tsk_desk_secret}, and of {@code tsk_till_secret}. */
    private static final String DESK = "c8d0de450aa26922a3d6b467d83a33b44f1aa0649c267736cf934c9e80ab616b";

    private static final String TILL = "d73f0d5e2b1426fae98de8cc30f0a4c6bec17d494694df10ff2517416c135af6";

    @Test
    void asksForAKeyThatMayRead() throws IOException, InterruptedException {
        try (QueryServer server = QueryServer.start(
                "--server.address=0.0.0.0",
                "--tillstream.access.keys[0].id=desk",
                "--tillstream.access.keys[0].hash=" + DESK,
                "--tillstream.access.keys[0].scopes=query:read",
                "--tillstream.access.keys[1].id=till",
                "--tillstream.access.keys[1].hash=" + TILL,
                "--tillstream.access.keys[1].scopes=ingest:write")) {
            server.store().add(List.of(SampleLines.line("536365", "85123A", "1")));
            assertThat(server.get("/invoices/536365", "X-Api-Key", "tsk_desk_secret"))
                    .isEqualTo(200);
            assertThat(server.get("/invoices/536365")).isEqualTo(401);
            assertThat(server.get("/invoices/536365", "X-Api-Key", "tsk_desk_guess"))
                    .isEqualTo(401);
            assertThat(server.get("/invoices/536365", "X-Api-Key", "tsk_till_secret"))
                    .isEqualTo(403);
            assertThat(server.get("/actuator/prometheus", "X-Api-Key", "tsk_desk_secret"))
                    .isEqualTo(403);
            assertThat(server.get("/actuator/health/liveness")).isEqualTo(200);
            assertThat(server.get("/v3/api-docs")).isEqualTo(200);
            for (String path : List.of("/analytics/kpis", "/analytics/rfm/segments", "/customers/17850/invoices")) {
                assertThat(server.get(path)).as(path).isEqualTo(401);
                assertThat(server.get(path, "X-Api-Key", "tsk_till_secret"))
                        .as(path)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void readsAFileOfKeysThatOtherServicesReadToo(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("keys.yml"), """
                keys:
                - id: 'till'
                  hash: '%s'
                  scopes: [events:write]
                  origins: ['https://shop.example']
                  per-address: {per-second: 20, burst: 200}
                - id: 'desk'
                  hash: '%s'
                  scopes: [events:write, query:read]
                """.formatted(TILL, DESK));
        try (QueryServer server = QueryServer.start("--tillstream.access.keys-file=" + file)) {
            server.store().add(List.of(SampleLines.line("536365", "85123A", "1")));
            assertThat(server.get("/invoices/536365", "X-Api-Key", "tsk_desk_secret"))
                    .isEqualTo(200);
            for (String[] headers : List.of(
                    new String[] {"X-Api-Key", "tsk_till_secret"},
                    new String[] {"X-Api-Key", "tsk_till_secret", "Origin", "https://shop.example"})) {
                assertThat(server.get("/invoices/536365", headers))
                        .as("a key of a page")
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void showsAKeyOfAStoreThatStoreAlone() throws IOException, InterruptedException {
        try (QueryServer server = QueryServer.start(
                "--tillstream.access.keys[0].id=desk",
                "--tillstream.access.keys[0].hash=" + DESK,
                "--tillstream.access.keys[0].scopes=query:read",
                "--tillstream.access.keys[0].store-id=acme")) {
            TransactionLine line = SampleLines.line("536365", "85123A", "1");
            server.store()
                    .add(List.of(
                            SampleLines.ofShop(line, "acme"),
                            SampleLines.ofShop(line, "other"),
                            SampleLines.ofShop(SampleLines.line("7", "85123A", "1"), "other"),
                            SampleLines.line("8", "85123A", "1")));
            String[] key = {"X-Api-Key", "tsk_desk_secret"};
            assertThat(server.answer("/invoices/536365", key).body())
                    .contains("\"storeId\":\"acme\"")
                    .doesNotContain("other");
            assertThat(server.get("/invoices/536365?store=other", key)).isEqualTo(404);
            assertThat(server.get("/invoices/7", key)).isEqualTo(404);
            assertThat(server.get("/invoices/8", key)).isEqualTo(404);
            assertThat(server.answer("/customers/17850", key).body()).contains("\"invoices\":1,");
            assertThat(server.answer("/customers?id=17850", key).body()).contains("\"invoices\":1,");
            for (String path : List.of("/customers/17850/invoices", "/customers/invoices?id=17850")) {
                assertThat(server.answer(path, key).body())
                        .as(path)
                        .contains("\"storeId\":\"acme\"")
                        .doesNotContain("other", "\"7\"", "\"8\"");
            }
            for (String path : List.of("/analytics/kpis", "/analytics/rfm/segments", "/anything")) {
                assertThat(server.answer(path, key).body()).as(path).contains("store-bound-key");
            }
        }
    }

    @Test
    void showsTheDashboardsPagesToEverybody() throws IOException, InterruptedException {
        try (QueryServer server = QueryServer.start(
                "--tillstream.access.keys[0].id=desk",
                "--tillstream.access.keys[0].hash=" + DESK,
                "--tillstream.access.keys[0].scopes=query:read")) {
            for (String path : List.of("/", "/index.html", "/favicon.svg", "/dashboard/page.js")) {
                assertThat(server.get(path)).as(path).isNotEqualTo(401);
            }
        }
    }

    @Test
    void looksUpWithoutAWarehouse() throws IOException, InterruptedException {
        try (QueryServer server = QueryServer.start(
                "--tillstream.warehouse.url=jdbc:postgresql://127.0.0.1:1/warehouse",
                "--tillstream.query.analytics.connect-within=250ms")) {
            server.store().add(List.of(SampleLines.line("536365", "85123A", "1")));
            assertThat(server.get("/analytics/kpis")).isEqualTo(503);
            assertThat(server.get("/customers/17850/invoices")).isEqualTo(200);
            assertThat(server.get("/actuator/health/readiness")).isEqualTo(200);
            assertThat(server.get("/actuator/health")).isEqualTo(200);
        }
    }

    @Test
    void refusesToStartWithoutKeysUnlessToldByName() {
        assertThatThrownBy(() -> QueryServer.start("--tillstream.access.mode=keys"))
                .rootCause()
                .hasMessageContaining("nobody could call");
    }
}
