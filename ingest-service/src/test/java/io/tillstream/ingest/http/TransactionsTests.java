package io.tillstream.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.IngestApplication;
import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.model.TransactionLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class TransactionsTests {

    private static final String ROW = """
            {"InvoiceNo":"536365","StockCode":"85123A","Description":"WHITE HANGING HEART T-LIGHT HOLDER","Quantity":6,
             "InvoiceDate":"12/1/2010 8:26","UnitPrice":2.55,"CustomerID":17850,"Country":"United Kingdom"}""";
    private static final String BAD_ROW = ROW.replace(":6,", ":\"six\",");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FakePublisher STREAM = FakeStream.PUBLISHER;

    private static ConfigurableApplicationContext context;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        context = IngestApplication.builder()
                .sources(FakeStream.class)
                .run("--server.port=0", "--spring.main.allow-bean-definition-overriding=true");
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        context.close();
    }

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
        assertProblem(response, 422);
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
        assertProblem(send(request("/transactions", ROW).header("Idempotency-Key", " ")), 400);
        assertProblem(send(request("/transactions", ROW).header("Idempotency-Key", "k".repeat(256))), 400);
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
        assertProblem(response, 400);
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("line").asInt()).isEqualTo(3);
        assertThat(problem.path("column").asInt()).isPositive();
        assertThat(STREAM.lines()).isEmpty();
    }

    @Test
    void refusesTooManyRowsAndBytes() throws Exception {
        assertProblem(post("[" + "{},".repeat(20_000) + "{}]"), 413);
        assertProblem(post(" ".repeat(33 << 20)), 413);
        String endless = "[" + " ".repeat(33 << 20);
        assertProblem(
                send(HttpRequest.newBuilder(uri("/transactions"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless.getBytes(UTF_8))))),
                413);
    }

    @Test
    void refusesOtherMediaTypesMethodsAndPaths() throws Exception {
        assertProblem(
                send(HttpRequest.newBuilder(uri("/transactions"))
                        .header("Content-Type", "application/xml")
                        .POST(BodyPublishers.ofString("<a/>"))),
                415);
        assertProblem(send(HttpRequest.newBuilder(uri("/transactions")).GET()), 405);
        assertProblem(send(HttpRequest.newBuilder(uri("/nowhere")).GET()), 404);
    }

    @Test
    void neverAcknowledgesWhatTheStreamDidNotTake() throws Exception {
        STREAM.answer(new PublishResult.Unavailable("slow", Duration.ofSeconds(2)));
        HttpResponse<String> unavailable = post(ROW);
        assertProblem(unavailable, 503);
        assertThat(unavailable.headers().firstValue("Retry-After")).contains("2");
        STREAM.answer(new PublishResult.Refused("AccessDeniedException"));
        HttpResponse<String> refused = post(ROW);
        assertProblem(refused, 500);
        assertThat(refused.body()).doesNotContain("AccessDenied");
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

    private static void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(response.body()).doesNotContain("Exception", "io.tillstream");
    }

    private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request("/transactions", body));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private static HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }
}
