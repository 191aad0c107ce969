package io.tillstream.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script for the pages of a shop, as browsers get it. */
final class ShopScriptTests {

    private static final Path TESTS = Path.of("src", "test", "shop");
    private static final int MAX_BYTES = 2_048;

    private static IngestServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = IngestServer.startWith(
                FakeStreams.class,
                "--tillstream.feeds=events,transactions",
                "--tillstream.access.keys[0].id=till",
                "--tillstream.access.keys[0].hash=d73f0d5e2b1426fae98de8cc30f0a4c6bec17d494694df10ff2517416c135af6",
                "--tillstream.access.keys[0].scopes=ingest:write");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isServedToEverybodyInFewBytes() throws Exception {
        HttpResponse<String> response = server.send(server.request("/shop.js"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(response.body().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(MAX_BYTES);
        assertThat(response.body()).isEqualTo(ShopScript.served()).contains("window.tillstream=");
    }

    @Test
    void isKeptByBrowsersUntilItChanges() throws Exception {
        HttpResponse<String> response = server.send(server.request("/shop.js?v=1"));
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("max-age=3600, public");
        String tag = response.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = server.send(server.request("/shop.js").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void isNotThereWhereNoEventsAreTaken() throws Exception {
        IngestServer other = IngestServer.shared();
        RefusalTests.assertProblem(other.send(other.request("/shop.js")), 404, "not-found");
    }

    /** By the tests in {@code src/test/shop}, where there is Node; elsewhere they are skipped. */
    @Test
    void passesItsOwnTests() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("shop.js"), ShopScript.served());
        Files.writeString(folder.resolve("package.json"), "{\"type\":\"module\"}");
        try (Stream<Path> files = Files.list(TESTS)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        Process node = node();
        String report = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertThat(node.waitFor()).as(report).isZero();
        assertThat(report).containsPattern("# pass [1-9]");
    }

    private Process node() throws IOException {
        try {
            return new ProcessBuilder(List.of("node", "--test", "--test-reporter=tap"))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException absent) {
            return abort("Node is not installed");
        }
    }
}
