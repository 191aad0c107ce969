package io.tillstream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.layout.FeedName;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A second feed beside transactions: its rows, its stream, its answers. */
final class EventsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Feed EVENTS = new ShopEventFeed();

    private static final String EVENT = """
            {"event_time": "2019-10-01 00:00:00 UTC", "event_type": "view", "product_id": "44600062", \
            "category_id": "2103807459595387724", "price": 35.79, "user_id": "541312140", \
            "user_session": "72d76fde-8bb3-4e00-8c23-a032dfed738c"}""";
    private static final String SALE = """
            {"InvoiceNo": "536365", "StockCode": "85123A", "Quantity": 6, "InvoiceDate": "12/1/2010 8:26", \
            "UnitPrice": 2.55, "Country": "United Kingdom"}""";

    private static IngestServer server;

    @BeforeAll
    static void start() {
        server = IngestServer.startWith(FakeStreams.class, "--tillstream.feeds=transactions,events");
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
    void publishesEventsToTheirStream() throws Exception {
        HttpResponse<String> response = post("/events", EVENT);
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(FakeStreams.PUBLISHED.keySet()).containsExactly(EVENTS.name());
        ShopEvent event = published();
        assertThat(event.content().userId().value()).isEqualTo("541312140");
        assertThat(response.body())
                .isEqualTo("{\"accepted\":1,\"rejected\":0,\"lines\":[{\"row\":0,"
                        + "\"session\":\"72d76fde-8bb3-4e00-8c23-a032dfed738c\",\"eventId\":\"" + event.lineId()
                        + "\"}]}");
        assertThat(FakeStreams.PUBLISHED.get(EVENTS.name()))
                .extracting(EncodedLine::partitionKey)
                .containsExactly("72d76fde-8bb3-4e00-8c23-a032dfed738c");
    }

    @Test
    void publishesTransactionsToTheirs() throws Exception {
        assertThat(post("/transactions", SALE).statusCode()).isEqualTo(202);
        assertThat(FakeStreams.PUBLISHED.keySet()).extracting(FeedName::value).containsExactly("transactions");
    }

    @Test
    void takesNoRowForOneOfAnotherFeed() throws Exception {
        RefusalTests.assertProblem(post("/events", SALE), 422, "no-valid-row");
        RefusalTests.assertProblem(post("/transactions", EVENT), 422, "no-valid-row");
        assertThat(FakeStreams.PUBLISHED).isEmpty();
    }

    @Test
    void takesEventsAsCsv() throws Exception {
        String csv = """
                event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session
                2019-10-01 00:00:00 UTC,view,44600062,2103807459595387724,,shiseido,35.79,541312140,72d76fde
                """;
        HttpResponse<String> response = server.send(
                server.request("/events").header("Content-Type", "text/csv").POST(body(csv)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(published().content().brand()).isEqualTo("shiseido");
    }

    @Test
    void namesTheFieldsOfEventsInFaults() throws Exception {
        String first = EVENT.replace("{", "{\"event_id\": \"e-1\", ");
        String second = first.replace("35.79", "35.78");
        JsonNode error = JSON.readTree(
                        post("/events", "[" + first + "," + second + "]").body())
                .at("/errors/0");
        assertThat(error.path("field").asString()).isEqualTo("event_id");
        assertThat(error.path("code").asString()).isEqualTo("repeated_line_id");
        assertThat(error.path("message").asString())
                .isEqualTo("an earlier row has the same event_id but other content;"
                        + " give each line its own event_id, or leave it out");
    }

    @Test
    void keepsTheKeysOfRequestsApart() throws Exception {
        assertThat(server.send(request("/events", EVENT).header("Idempotency-Key", "k-1"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(server.send(request("/transactions", SALE).header("Idempotency-Key", "k-1"))
                        .statusCode())
                .isEqualTo(202);
        RefusalTests.assertProblem(
                server.send(request("/events", EVENT.replace("35.79", "35.78")).header("Idempotency-Key", "k-1")),
                422,
                "idempotency-key-reused");
    }

    @Test
    void countsRowsAndRequestsByFeed() throws Exception {
        double before = rows("events");
        double sales = rows("transactions");
        post("/events", EVENT);
        assertThat(rows("events")).isEqualTo(before + 1);
        assertThat(rows("transactions")).isEqualTo(sales);
        assertThat(server.bean(MeterRegistry.class)
                        .get("tillstream.ingest.requests")
                        .tags("feed", "events", "form", "json", "status", "2xx")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void tellsOfEventsInItsDocument() throws Exception {
        JsonNode document =
                JSON.readTree(server.send(server.request("/v3/api-docs")).body());
        assertThat(document.at("/paths/~1events/post/requestBody/content").propertyNames())
                .contains("application/json", "text/csv", "text/plain");
        assertThat(document.at("/components/schemas/EventsRow/required").valueStream())
                .extracting(JsonNode::asString)
                .contains("event_time", "event_type");
        assertThat(document.at("/components/schemas/EventsLine/properties").propertyNames())
                .containsExactlyInAnyOrder("row", "session", "eventId");
        assertThat(document.at("/components/schemas/Line/properties").propertyNames())
                .containsExactlyInAnyOrder("row", "invoiceNo", "lineId");
    }

    @Test
    void hasNoPathForAFeedThatIsNotRun() throws Exception {
        assertThat(IngestServer.shared()
                        .send(IngestServer.shared()
                                .request("/events")
                                .header("Content-Type", "application/json")
                                .POST(body(EVENT)))
                        .statusCode())
                .isEqualTo(404);
    }

    private static ShopEvent published() {
        return (ShopEvent) FakeStreams.linesOf(EVENTS).getFirst();
    }

    private static double rows(String feed) {
        return server.bean(MeterRegistry.class)
                .get("tillstream.ingest.rows")
                .tags("feed", feed, "outcome", "accepted")
                .counter()
                .count();
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return server.send(request(path, body));
    }

    private static HttpRequest.Builder request(String path, String body) {
        return server.request(path).header("Content-Type", "application/json").POST(body(body));
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
}
