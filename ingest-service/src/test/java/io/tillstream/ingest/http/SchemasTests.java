package io.tillstream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The JSON Schemas of rows, as their senders get them. */
final class SchemasTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static IngestServer server;

    @BeforeAll
    static void start() {
        server = IngestServer.startWith(
                FakeStreams.class,
                "--tillstream.feeds=transactions,events",
                "--tillstream.access.keys[0].id=till",
                "--tillstream.access.keys[0].hash=d73f0d5e2b1426fae98de8cc30f0a4c6bec17d494694df10ff2517416c135af6",
                "--tillstream.access.keys[0].scopes=ingest:write");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"transactions,InvoiceNo", "events,event_time"})
    void areShownToEverybody(String feed, String field) throws Exception {
        HttpResponse<String> response = server.send(server.request("/schemas/" + feed + "/v1"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/schema+json");
        JsonNode schema = JSON.readTree(response.body());
        assertThat(schema.path("$schema").asString()).contains("2020-12");
        assertThat(schema.path("$id").asString()).isEqualTo("/schemas/" + feed + "/v1");
        assertThat(schema.path("required").valueStream())
                .extracting(JsonNode::asString)
                .contains(field);
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void areNotSentAgainUnlessTheyHaveChanged() throws Exception {
        HttpResponse<String> response = server.send(server.request("/schemas/events/v1"));
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-cache");
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(server.send(server.request("/schemas/events/v1").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(server.send(server.request("/schemas/transactions/v1").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void areShownWhateverIsAskedFor() throws Exception {
        assertThat(server.send(server.request("/schemas/events/v1").header("Accept", "application/json"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parcels", "Events", "%C3%A9"})
    void nameTheFeedsThatThereAre(String feed) throws Exception {
        HttpResponse<String> response = server.send(server.request("/schemas/" + feed + "/v1"));
        RefusalTests.assertProblem(response, 404, "not-found");
        assertThat(response.body()).contains("there are transactions, events.");
    }

    @Test
    void areOfTheFeedsThatAreRun() throws Exception {
        IngestServer other = IngestServer.shared();
        RefusalTests.assertProblem(other.send(other.request("/schemas/events/v1")), 404, "not-found");
    }

    @Test
    void standInTheDocumentAsWhatAsksForNoKey() throws Exception {
        JsonNode get = JSON.readTree(server.send(server.request("/v3/api-docs")).body())
                .at("/paths/~1schemas~1{feed}~1v1/get");
        assertThat(get.path("responses").propertyNames()).containsExactlyInAnyOrder("200", "404");
        assertThat(get.path("security").isArray()).isTrue();
        assertThat(get.path("security")).isEmpty();
        assertThat(get.at("/parameters/0/name").asString()).isEqualTo("feed");
    }
}
