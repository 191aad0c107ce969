package io.tillstream.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.Bodies;
import io.tillstream.model.FeedLine;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.feed.TransactionFeed;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the pages of a shop send themselves: without headers of their own, under a key that everybody can read. */
final class PageRequestsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Feed EVENTS = new ShopEventFeed();
    private static final Feed TRANSACTIONS = new TransactionFeed();

    private static final String PAGE = "https://shop.example";
    private static final String EVENT = """
            {"event_time": "2019-10-01 00:00:00 UTC", "event_type": "view", "product_id": "44600062", \
            "category_id": "2103807459595387724", "price": 35.79, "user_id": "541312140"}""";

    private static IngestServer server;

    @BeforeAll
    static void start() {
        server = IngestServer.startWith(
                FakeStreams.class,
                "--tillstream.feeds=transactions,events",
                "--tillstream.ingest.max-body=64KB",
                "--tillstream.access.keys[0].id=web",
                "--tillstream.access.keys[0].hash=10374f9c1c607d52a9271d8b35e095a8f1983bc4a02e7509802db48d07c04b8f",
                "--tillstream.access.keys[0].scopes=events:write",
                "--tillstream.access.keys[0].origins=" + PAGE,
                "--tillstream.access.keys[0].per-address.per-second=1000",
                "--tillstream.access.keys[0].per-address.burst=1000",
                "--tillstream.access.keys[1].id=till",
                "--tillstream.access.keys[1].hash=d73f0d5e2b1426fae98de8cc30f0a4c6bec17d494694df10ff2517416c135af6",
                "--tillstream.access.keys[1].scopes=ingest:write");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        FakeStreams.PUBLISHED.clear();
    }

    @Test
    void areTakenAsPlainTextAndReadAsJson() throws Exception {
        HttpResponse<String> response = server.send(beacon("&request=r-1", "[" + EVENT + "," + EVENT + "]"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains(PAGE);
        assertThat(FakeStreams.linesOf(EVENTS)).hasSize(2);
    }

    @Test
    void areTheSameRequestUnderTheSameKeyWhereverThatStands() throws Exception {
        String first = idOf(server.send(beacon("&request=r-2", EVENT)));
        assertThat(idOf(server.send(beacon("&request=r-2", EVENT)))).isEqualTo(first);
        assertThat(idOf(server.send(beacon("", EVENT).header("Idempotency-Key", "r-2"))))
                .isEqualTo(first);
        assertThat(idOf(server.send(beacon("&request=r-2", EVENT).header("Idempotency-Key", "r-2"))))
                .isEqualTo(first);
        assertThat(idOf(server.send(beacon("&request=r-3", EVENT)))).isNotEqualTo(first);
        RefusalTests.assertProblem(
                server.send(beacon("&request=r-2", EVENT.replace("35.79", "35.78"))), 422, "idempotency-key-reused");
    }

    @Test
    void areRefusedUnderTwoKeys() throws Exception {
        HttpResponse<String> response =
                server.send(beacon("&request=r-4", EVENT).header("Idempotency-Key", "r-5"));
        RefusalTests.assertProblem(response, 400, "bad-idempotency-key");
        assertThat(response.body()).contains("The header Idempotency-Key and the parameter request");
        assertThat(FakeStreams.PUBLISHED).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a%20b", "%C3%A9"})
    void areHeldToTheRulesOfKeys(String key) throws Exception {
        RefusalTests.assertProblem(server.send(beacon("&request=" + key, EVENT)), 400, "bad-idempotency-key");
    }

    @Test
    void areBoundAsAllBodies() throws Exception {
        RefusalTests.assertProblem(
                server.send(beacon("", "[" + EVENT + " ".repeat(70_000) + "]")), 413, "too-many-bytes");
        byte[] spaces = Bodies.gzip("[" + " ".repeat(70_000) + "]");
        RefusalTests.assertProblem(
                server.send(beacon("", "").header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(spaces))),
                413,
                "too-many-bytes");
        RefusalTests.assertProblem(server.send(beacon("", "view")), 400, "malformed-body");
        RefusalTests.assertProblem(
                server.send(beacon("", EVENT).setHeader("Content-Type", "text/plain; charset=ISO-8859-1")),
                415,
                "unsupported-media-type");
    }

    @Test
    void areNoneOfTransactions() throws Exception {
        RefusalTests.assertProblem(
                server.send(sale().setHeader("Content-Type", "text/plain")), 415, "unsupported-media-type");
        assertThat(server.send(sale().header("Idempotency-Key", "till-7")).statusCode())
                .isEqualTo(202);
        assertThat(FakeStreams.linesOf(TRANSACTIONS)).hasSize(1);
        HttpResponse<String> withKeyOfPage = server.send(server.request("/transactions?key=tsk_web_secret")
                .header("Origin", PAGE)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(Bodies.ROW)));
        assertThat(withKeyOfPage.statusCode()).isEqualTo(403);
    }

    private static HttpRequest.Builder sale() {
        return server.request("/transactions?request=r-6")
                .header("X-Api-Key", "tsk_till_secret")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Bodies.ROW));
    }

    private static HttpRequest.Builder beacon(String parameters, String body) {
        return server.request("/events?key=tsk_web_secret" + parameters)
                .header("Origin", PAGE)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .POST(BodyPublishers.ofString(body, UTF_8));
    }

    private static String idOf(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        JsonNode answer = JSON.readTree(response.body());
        List<FeedLine> published = FakeStreams.linesOf(EVENTS);
        assertThat(published.getLast().lineId().value())
                .isEqualTo(answer.at("/lines/0/eventId").asString());
        return answer.at("/lines/0/eventId").asString();
    }
}
