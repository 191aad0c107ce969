package io.tillstream.ingest.http;

import static io.tillstream.ingest.Bodies.BAD_ROW;
import static io.tillstream.ingest.Bodies.ROW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class TransactionsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FakePublisher STREAM = FakeStream.PUBLISHER;

    private final IngestServer server = IngestServer.shared();

    @BeforeEach
    void streamTakesAll() {
        STREAM.answer(new PublishResult.Stored());
    }

    @Test
    void acknowledgesOneRow() throws Exception {
        HttpResponse<String> response = post(ROW);
        assertThat(response.statusCode()).isEqualTo(202);
        TransactionLine line = STREAM.lines().getFirst();
        assertThat(response.body())
                .isEqualTo("{\"accepted\":1,\"rejected\":0,\"lines\":[{\"row\":0,\"invoiceNo\":\"536365\",\"lineId\":\""
                        + line.lineId() + "\"}]}");
    }

    @Test
    void acceptsTheGoodRowsOfAPartlyBadArray() throws Exception {
        HttpResponse<String> response = post("[" + ROW + "," + BAD_ROW + ",7]");
        assertThat(response.statusCode()).isEqualTo(202);
        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.path("rejected").asInt()).isEqualTo(2);
        assertThat(answer.at("/errors/0/row").asInt()).isEqualTo(1);
        assertThat(answer.at("/errors/0/field").asString()).isEqualTo("Quantity");
        assertThat(answer.at("/errors/0/code").asString()).isEqualTo("not_a_whole_number");
        assertThat(answer.at("/errors/0/message").asString()).contains("six", "send");
        assertThat(answer.at("/errors/1/code").asString()).isEqualTo("not_an_object");
        assertThat(STREAM.lines()).hasSize(1);
    }

    @Test
    void rejectsABadRowAlone() throws Exception {
        HttpResponse<String> response = post(BAD_ROW);
        RefusalTests.assertProblem(response, 422, "no-valid-row");
        assertThat(JSON.readTree(response.body()).at("/errors/0/field").asString())
                .isEqualTo("Quantity");
        assertThat(STREAM.lines()).isEmpty();
    }

    @Test
    void acknowledgesAnEmptyArray() throws Exception {
        HttpResponse<String> response = post("[]");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEqualTo("{\"accepted\":0,\"rejected\":0,\"lines\":[]}");
    }

    @Test
    void derivesTheSameIdsForTheSameIdempotencyKey() throws Exception {
        HttpResponse<String> first = send(request("/transactions", ROW).header("Idempotency-Key", "order-1"));
        HttpResponse<String> second = send(request("/transactions", ROW).header("Idempotency-Key", "order-1"));
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(post(ROW).body()).isNotEqualTo(first.body());
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() throws Exception {
        String other = ROW.replace(":6,", ":7,");
        assertThat(send(request("/transactions", ROW).header("Idempotency-Key", "order-2"))
                        .statusCode())
                .isEqualTo(202);
        RefusalTests.assertProblem(
                send(request("/transactions", other).header("Idempotency-Key", "order-2")),
                422,
                "idempotency-key-reused");
        assertThat(STREAM.lines()).hasSize(1);
        assertThat(send(request("/transactions", "[" + ROW + "]").header("Idempotency-Key", "order-2"))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void leavesAKeyFreeUnderWhichNothingWasStored() throws Exception {
        RefusalTests.assertProblem(
                send(request("/transactions", BAD_ROW).header("Idempotency-Key", "order-3")), 422, "no-valid-row");
        assertThat(send(request("/transactions", ROW).header("Idempotency-Key", "order-3"))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void listsManyLinesOnlyWhenAsked() throws Exception {
        String many = "[" + String.join(",", Collections.nCopies(101, ROW)) + "]";
        assertThat(post(many).body()).isEqualTo("{\"accepted\":101,\"rejected\":0}");
        JsonNode detailed =
                JSON.readTree(send(request("/transactions?detail=lines", many)).body());
        assertThat(detailed.path("lines").size()).isEqualTo(101);
    }

    @Test
    void saysWhereABodyIsMalformed() throws Exception {
        HttpResponse<String> response = post("[" + ROW + ",\n  {\"InvoiceNo\" 1}]");
        RefusalTests.assertProblem(response, 400, "malformed-body");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("column").asInt()).isPositive();
        assertThat(STREAM.lines()).isEmpty();
    }

    @Test
    void showsItsStateAndItsDocument() throws Exception {
        post("[" + ROW + "," + BAD_ROW + "]");
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/prometheus").body())
                .contains(
                        "tillstream_ingest_rows_total{",
                        "code=\"not_a_whole_number\"",
                        "tillstream_ingest_in_flight_bytes");
        assertThat(get("/v3/api-docs").body()).contains("/transactions", "Idempotency-Key", "\"413\"", "536365");
        assertThat(get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request("/transactions", body));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(server.request(path));
    }

    private HttpRequest.Builder request(String path, String body) {
        return server.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return server.send(request);
    }
}
