package io.tillstream.ingest.http;

import static io.tillstream.ingest.Bodies.ROW;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.Bodies;
import io.tillstream.ingest.publish.PublishResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every way a request can fail as a whole, and the problem it is answered with. */
final class RefusalTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FakePublisher STREAM = FakeStream.PUBLISHER;

    private final IngestServer server = IngestServer.shared();

    @BeforeEach
    void streamTakesAll() {
        STREAM.answer(new PublishResult.Stored());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|''|malformed-body",
                "application/x-ndjson|''|unreadable-body",
                "text/csv|''|malformed-body",
                "application/json|[{}|malformed-body",
                "application/json|7|malformed-body",
                "text/csv|InvoiceNo\\n\"1|malformed-body",
                "text/csv|a,b\\n1,2|malformed-body",
            })
    void refusesABodyThatIsNoRows(String contentType, String body, String type) throws Exception {
        HttpResponse<String> response =
                server.send(server.rows(contentType, body.replace("\\n", "\n").getBytes(UTF_8)));
        assertProblem(response, 400, type);
        assertThat(STREAM.lines()).isEmpty();
    }

    @Test
    void refusesDamagedCompression() throws Exception {
        byte[] packed = Bodies.gzip(ROW);
        byte[] more = Arrays.copyOf(packed, packed.length + 1);
        for (byte[] body : new byte[][] {ROW.getBytes(UTF_8), Arrays.copyOf(packed, packed.length - 3), more, {}}) {
            assertProblem(
                    server.send(server.rows("application/json", body).header("Content-Encoding", "gzip")),
                    400,
                    "unreadable-body");
        }
        assertThat(STREAM.lines()).isEmpty();
    }

    @Test
    void refusesABombAtItsBoundAndStaysUp() throws Exception {
        assertProblem(
                server.send(
                        server.rows("application/x-ndjson", Bodies.bomb(1_024)).header("Content-Encoding", "gzip")),
                413,
                "too-many-bytes");
        double unpacked = server.bean(MeterRegistry.class)
                .get("tillstream.ingest.body")
                .tag("stage", "unpacked")
                .counter()
                .count();
        assertThat(unpacked).isLessThan(100 << 20);
    }

    @Test
    void refusesTooManyRowsAndBytes() throws Exception {
        assertProblem(post("[" + "{},".repeat(20_000) + "{}]"), 413, "too-many-rows");
        assertProblem(post(" ".repeat(33 << 20)), 413, "too-many-bytes");
        String endless = "[" + " ".repeat(33 << 20);
        assertProblem(
                server.send(server.request("/transactions")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless.getBytes(UTF_8))))),
                413,
                "too-many-bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
                "application/json; charset=utf-16",
                "text/csv; charset=ebcdic",
                "nonsense"
            })
    void refusesOtherMediaTypes(String contentType) throws Exception {
        HttpResponse<String> response = server.send(server.rows(contentType, ROW.getBytes(UTF_8)));
        assertProblem(response, 415, "unsupported-media-type");
    }

    @Test
    void refusesABodyWithoutMediaType() throws Exception {
        assertProblem(
                server.send(server.request("/transactions").POST(BodyPublishers.ofString(ROW))),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "deflate", "zstd"})
    void refusesOtherCodings(String coding) throws Exception {
        HttpResponse<String> response =
                server.send(server.rows("application/json", Bodies.gzip(ROW)).header("Content-Encoding", coding));
        assertProblem(response, 415, "unsupported-content-encoding");
        assertThat(response.headers().firstValue("Accept-Encoding")).contains("gzip");
    }

    @Test
    void refusesOtherMethodsPathsAndAnswers() throws Exception {
        assertProblem(server.send(server.request("/transactions").GET()), 405, "method-not-allowed");
        assertProblem(server.send(server.request("/nowhere").GET()), 404, "not-found");
        assertProblem(
                server.send(server.rows("application/json", ROW.getBytes(UTF_8)).header("Accept", "text/html")),
                406,
                "not-acceptable");
        assertThat(STREAM.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\u00e9", "a\tb"})
    void refusesABadIdempotencyKey(String key) throws Exception {
        String answer = raw("POST /transactions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nIdempotency-Key: x" + key + "\r\nContent-Length: 2\r\n\r\n[]");
        String kept = key.strip();
        assertThat(answer).startsWith(kept.isEmpty() ? "HTTP/1.1 202" : "HTTP/1.1 400");
        String empty = raw("POST /transactions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nIdempotency-Key:" + key + "\r\nContent-Length: 2\r\n\r\n[]");
        assertThat(empty).startsWith("HTTP/1.1 400").contains("bad-idempotency-key");
    }

    @Test
    void refusesALongIdempotencyKeyAndUnknownDetail() throws Exception {
        byte[] body = ROW.getBytes(UTF_8);
        assertProblem(
                server.send(server.rows("application/json", body).header("Idempotency-Key", "k".repeat(256))),
                400,
                "bad-idempotency-key");
        String many = "&a".repeat(1_500);
        for (String query : new String[] {
            "detail=rows", "detail=", "detail=lines&detail=lines", "detail=%FF", "detail=%ED%A0%80", many
        }) {
            assertProblem(
                    server.send(server.request("/transactions?" + query)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(body))),
                    400,
                    "bad-parameter");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /%zz HTTP/1.1\r\nHost: x\r\n", "GET /a|b HTTP/1.1\r\nHost: x\r\n", "GET / HTTP/1.1\r\n"})
    void answersWhatTheServerItselfRefusesWithAProblem(String head) throws Exception {
        String answer = raw(head + "Connection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "problem:bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /transactions", "POST /nowhere", "PUT /transactions"})
    void answersABodyOfBrokenChunksOnce(String line) throws Exception {
        String answer = raw(line + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n5\r\n[{\"In\r\nzz\r\nxxxx\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .containsOnlyOnce("HTTP/1.1 ")
                .containsOnlyOnce("urn:tillstream:problem:")
                .containsPattern("\\}(\r\n0\r\n\r\n)?$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvoiceNo", "StockCode", "Description", "Country", "CustomerID", "LineId", "StoreId", "x"})
    void rejectsHalvesOfSurrogates(String field) throws Exception {
        for (String half : new String[] {"\\ud800", "\\udc00 ", "a\\udfff"}) {
            String row = ROW.replaceFirst("\"" + field + "\":[^,}]*,?", "")
                    .replace("{", "{\"" + field + "\":\"" + half + "\",");
            assertProblem(post(row.replace(",}", "}")), 422, "no-valid-row");
            assertProblem(post(ROW.replace("{", "{\"" + half + "\":1,")), 400, "malformed-body");
        }
    }

    @Test
    void tellsWhenToComeBackWhenTheStreamTakesNothing() throws Exception {
        STREAM.answer(new PublishResult.Unavailable("throttled", Duration.ofSeconds(7)));
        HttpResponse<String> response = post(ROW);
        assertProblem(response, 503, "stream-unavailable");
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
        STREAM.answer(new PublishResult.Refused("no such stream secret"));
        response = post(ROW);
        assertProblem(response, 503, "stream-refuses");
        assertThat(response.headers().firstValue("Retry-After")).contains("10");
        assertThat(response.body()).contains("operator").doesNotContain("secret");
    }

    @Test
    void keepsInternalsToItself() throws Exception {
        STREAM.breakDown();
        HttpResponse<String> response = post(ROW);
        assertProblem(response, 500, "internal-error");
        assertThat(response.body()).doesNotContain("Exception", "java");
    }

    @Test
    void countsRequestsByFormAndAnswer() throws Exception {
        double before = requests("csv", "4xx");
        server.send(server.rows("text/csv", "a\n1".getBytes(UTF_8)));
        assertThat(requests("csv", "4xx")).isEqualTo(before + 1);
    }

    private double requests(String form, String status) {
        return server
                .bean(MeterRegistry.class)
                .find("tillstream.ingest.requests")
                .tags("form", form, "status", status)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return server.send(server.rows("application/json", body.getBytes(UTF_8)));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:tillstream:problem:" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).isNotEmpty();
    }
}
