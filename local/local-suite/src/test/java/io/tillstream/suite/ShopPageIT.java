package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tillstream.model.EventType;
import io.tillstream.model.ShopEvent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo shop in headless Chromium: what its visitor does, and which rows the ingest service publishes of it. */
class ShopPageIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String STORED = "localStorage.length + sessionStorage.length";
    private static final String REQUESTS = """
            performance.getEntriesByType('resource').filter(entry => entry.name.includes('/events?'))\
            .map(entry => entry.responseStatus + ' ' + entry.name).join('\\n')""";

    private static EventIntake intake;

    @TempDir
    private Path folder;

    private BrowserTab tab;

    @BeforeAll
    static void start() {
        intake = EventIntake.start("--tillstream.access.mode=open");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @BeforeEach
    void open() throws Exception {
        intake.forget();
        Optional<Chromium> chromium = Chromium.find(folder.resolve("browser"));
        assumeTrue(chromium.isPresent(), "Chromium is not installed");
        tab = chromium.orElseThrow().tab();
    }

    @AfterEach
    void close() {
        if (tab != null) {
            tab.close();
        }
    }

    @Test
    void clicksBecomeRows() throws Exception {
        tab.goTo(shop());
        tab.click("#agree");
        tab.click("[data-product_id='5773203'] [data-type=view]");
        tab.click("[data-product_id='5773203'] [data-type=cart]");
        tab.click("[data-product_id='5649236'] [data-type=cart]");
        tab.click("[data-product_id='5649236'] [data-type=remove_from_cart]");
        tab.click("#buy");

        await().atMost(SOON).until(() -> intake.published().size() == 5);
        assertThat(intake.published())
                .extracting(event -> event.content().type())
                .containsExactly(
                        EventType.VIEW, EventType.CART, EventType.CART, EventType.REMOVE_FROM_CART, EventType.PURCHASE);
        assertThat(intake.published().getLast().content().productId().value()).isEqualTo("5773203");
        assertThat(intake.published().getLast().content().price()).isEqualByComparingTo("2.62");
        assertThat(intake.published())
                .extracting(event -> event.content().userId().value())
                .containsOnly(tab.evaluate("localStorage.tillstream"));
        assertThat(intake.published())
                .extracting(event -> String.valueOf(event.content().sessionId()))
                .containsOnly(tab.evaluate("sessionStorage.tillstream"));
        assertThat(intake.published()).extracting(ShopEvent::lineId).doesNotHaveDuplicates();
    }

    @Test
    void aPageThatIsLeftSendsTheRestAsABeacon() throws Exception {
        tab.goTo(shop());
        tab.click("#agree");
        tab.evaluate("(fetch = () => { throw new Error('no fetch') }, 0)");
        tab.click("[data-type=view]");
        tab.click("[data-type=cart]");
        tab.goTo(shop().resolve("/shop.js"));

        await().atMost(SOON).until(() -> intake.published().size() == 2);
        assertThat(intake.published())
                .extracting(event -> event.content().type())
                .containsExactly(EventType.VIEW, EventType.CART);
    }

    @Test
    void nothingIsStoredOrSentWithoutConsent() throws Exception {
        double before = intake.requests();
        tab.goTo(shop());
        tab.click("[data-type=view]");
        tab.click("#refuse");
        tab.click("[data-type=cart]");
        assertThatNothingWasStoredOrSent(before);
    }

    @Test
    void nothingIsStoredOrSentWhereTheBrowserSaysSo() throws Exception {
        double before = intake.requests();
        tab.runInEveryPage("Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true})");
        tab.goTo(shop());
        tab.click("#agree");
        tab.click("[data-type=view]");
        assertThatNothingWasStoredOrSent(before);
    }

    @Test
    void aRequestThatFailsComesAgainUnderItsKeyAndCountsOnce() throws Exception {
        intake.failOnce();
        tab.goTo(shop());
        tab.click("#agree");
        tab.click("[data-type=view]");

        await().atMost(SOON).until(() -> tab.evaluate(REQUESTS).lines().count() == 2);
        List<String> requests = tab.evaluate(REQUESTS).lines().toList();
        assertThat(requests.getFirst()).startsWith("503 ").contains("&request=");
        assertThat(requests.getLast()).isEqualTo(requests.getFirst().replace("503 ", "202 "));
        assertThat(intake.published()).hasSize(1);
    }

    /** Once the page is left, there is nothing that could still be sent. */
    private void assertThatNothingWasStoredOrSent(double requestsBefore) throws InterruptedException {
        assertThat(tab.evaluate(STORED)).isEqualTo("0");
        tab.evaluate("(dispatchEvent(new Event('pagehide')), 0)");
        assertThat(tab.evaluate(REQUESTS)).isEmpty();
        tab.goTo(shop().resolve("/shop.js"));
        assertThat(intake.requests()).isEqualTo(requestsBefore);
        assertThat(intake.published()).isEmpty();
    }

    private static URI shop() {
        return intake.address("/demo-shop.html");
    }
}
