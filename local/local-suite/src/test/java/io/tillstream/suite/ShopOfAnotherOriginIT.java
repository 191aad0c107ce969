package io.tillstream.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.tillstream.model.EventType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop that is not where the ingest service is, as shops are: its pages hold a public key, in headless Chromium. */
class ShopOfAnotherOriginIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String HASH_OF_WEB = "10374f9c1c607d52a9271d8b35e095a8f1983bc4a02e7509802db48d07c04b8f";
    private static final String EVENT = "{product_id: '5773203', category_id: '1487580005134238553', price: 2.62}";
    private static final String SEEN = "tillstream('view', " + EVENT + ")";

    private static HttpServer shop;
    private static HttpServer stranger;
    private static EventIntake intake;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        shop = server();
        stranger = server();
        intake = EventIntake.start(
                "--tillstream.access.mode=keys",
                "--tillstream.access.keys[0].id=web",
                "--tillstream.access.keys[0].hash=" + HASH_OF_WEB,
                "--tillstream.access.keys[0].scopes=events:write",
                "--tillstream.access.keys[0].origins=" + address(shop),
                "--tillstream.access.keys[0].per-address.per-second=100");
        String page = """
                <!doctype html><title>A shop</title>
                <script src="%s" data-key="tsk_web_secret"></script>""".formatted(intake.address("/shop.js"));
        serve(page, shop);
        serve(page, stranger);
    }

    @AfterAll
    static void stop() {
        intake.close();
        shop.stop(0);
        stranger.stop(0);
    }

    @Test
    void sendsEventsUnderItsKeyWhileItIsOpenAndWhenItGoes() throws Exception {
        intake.forget();
        try (BrowserTab tab = tab()) {
            tab.goTo(address(shop).resolve("/"));
            tab.evaluate(SEEN);
            await().atMost(SOON).until(() -> intake.published().size() == 1);
            tab.evaluate(SEEN.replace("view", "cart"));
            tab.goTo(address(shop).resolve("/next"));
            await().atMost(SOON).until(() -> intake.published().size() == 2);
        }
        assertThat(intake.published())
                .extracting(event -> event.content().type())
                .containsExactly(EventType.VIEW, EventType.CART);
        assertThat(intake.published())
                .extracting(event -> event.content().userId())
                .as("the visitor of both")
                .containsOnly(intake.published().getFirst().content().userId());
    }

    @Test
    void isTheOnlyOneThatItsKeyIsGoodFor() throws Exception {
        intake.forget();
        double before = intake.requests();
        try (BrowserTab tab = tab()) {
            tab.goTo(address(stranger).resolve("/"));
            tab.evaluate(SEEN);
            tab.goTo(address(stranger).resolve("/next"));
            tab.evaluate(SEEN);
            await().atMost(SOON)
                    .until(() -> tab.evaluate("performance.getEntriesByType('resource')"
                                    + ".some(entry => entry.name.includes('/events?'))")
                            .equals("true"));
        }
        assertThat(intake.requests()).as("requests that came to be refused").isGreaterThan(before);
        assertThat(intake.published()).isEmpty();
    }

    private BrowserTab tab() throws IOException, InterruptedException {
        Optional<Chromium> chromium = Chromium.find(folder.resolve("browser"));
        assumeTrue(chromium.isPresent(), "Chromium is not installed");
        return chromium.orElseThrow().tab();
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        return server;
    }

    private static void serve(String page, HttpServer server) {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length());
            exchange.getResponseBody().write(page.getBytes(UTF_8));
            exchange.close();
        });
    }

    private static URI address(HttpServer server) {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }
}
