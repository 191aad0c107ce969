package io.tillstream.ingest.http;

import static io.tillstream.ingest.Bodies.BAD_ROW;
import static io.tillstream.ingest.Bodies.ROW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The service with rules of every kind, from a request to what the stream gets. */
final class RulesIT {

    private static final String RULES = """
            - name: test-tills
              when: stockCode == 'TEST'
              drop: true
            - name: pseudonyms
              hash: CustomerID
            - name: vat
              when: country == 'United Kingdom'
              set:
                vat: round(lineTotal / 6, 2)
                bulk: quantity >= 12
            - name: pieces
              set: {perPound: 100 / (quantity - 1)}
            """;
    private static final String TEST_ROW = ROW.replace("85123A", "TEST");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FakePublisher STREAM = FakeStream.PUBLISHER;

    @TempDir
    private static Path folder;

    private static IngestServer server;

    @BeforeAll
    static void start() throws IOException {
        Path file = Files.writeString(folder.resolve("rules.yml"), RULES);
        server = IngestServer.start(
                "--tillstream.ingest.rules-file=" + file, "--tillstream.ingest.rules-secret=sixteen characters");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void streamTakesAll() {
        STREAM.answer(new PublishResult.Stored());
    }

    @Test
    void publishesLinesAsTheRulesLeaveThem() throws Exception {
        assertThat(post(ROW).statusCode()).isEqualTo(202);
        TransactionLine line = STREAM.lines().getFirst();
        assertThat(line.customerId().orElseThrow().value()).matches("[0-9a-f]{32}");
        assertThat(line.attributes().values())
                .containsEntry("vat", new AttributeValue.Numeral(new BigDecimal("2.55")))
                .containsEntry("bulk", new AttributeValue.Flag(false))
                .containsEntry("perPound", AttributeValue.Numeral.of(20));
    }

    @Test
    void tellsWhichRowsWereDropped() throws Exception {
        HttpResponse<String> response = post("[" + TEST_ROW + "," + ROW + "," + BAD_ROW + "]");
        assertThat(response.statusCode()).isEqualTo(202);
        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.path("rejected").asInt()).isEqualTo(1);
        assertThat(answer.path("dropped").asInt()).isEqualTo(1);
        assertThat(answer.path("droppedRows").toString()).isEqualTo("[{\"row\":0,\"rule\":\"test-tills\"}]");
        assertThat(answer.at("/lines/0/row").asInt()).isEqualTo(1);
        assertThat(STREAM.lines()).hasSize(1);
    }

    @Test
    void takesARequestOfWhichEveryRowIsDropped() throws Exception {
        HttpResponse<String> response = post(TEST_ROW);
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body())
                .isEqualTo("{\"accepted\":0,\"rejected\":0,\"dropped\":1,\"lines\":[],"
                        + "\"droppedRows\":[{\"row\":0,\"rule\":\"test-tills\"}]}");
        assertThat(STREAM.lines()).isEmpty();
    }

    @Test
    void countsTheDroppedRowsOfALargeRequest() throws Exception {
        String many = "[" + String.join(",", Collections.nCopies(101, TEST_ROW)) + "]";
        assertThat(post(many).body()).isEqualTo("{\"accepted\":0,\"rejected\":0,\"dropped\":101}");
        assertThat(server.send(server.request("/actuator/prometheus")).body())
                .contains("tillstream_ingest_rules_dropped_total{", "rule=\"test-tills\"", "outcome=\"dropped\"");
    }

    @Test
    void rejectsARowForWhichARuleFails() throws Exception {
        HttpResponse<String> response = post(ROW.replace(":6,", ":1,"));
        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode error = JSON.readTree(response.body()).at("/errors/0");
        assertThat(error.path("code").asString()).isEqualTo("rule_failed");
        assertThat(error.path("message").asString()).contains("pieces", "divide by zero");
        assertThat(STREAM.lines()).isEmpty();
    }

    @Test
    void letsNoRowSetAttributesItself() throws Exception {
        HttpResponse<String> response = post(ROW.replace("{", "{\"attributes\":{\"vat\":0},"));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(response.body()).at("/errors/0/code").asString())
                .isEqualTo("unknown_field");
    }

    private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return server.send(server.rows("application/json", body.getBytes(UTF_8)));
    }
}
