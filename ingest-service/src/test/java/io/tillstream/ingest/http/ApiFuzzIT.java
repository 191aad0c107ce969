package io.tillstream.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.Bodies;
import io.tillstream.ingest.publish.PublishResult;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Requests made from the service's own OpenAPI document, by its schemas and against them; answered only in the ways the
 * document names. {@code -Dfuzz.seed} repeats a run, {@code -Dfuzz.tries} makes it longer.
 */
final class ApiFuzzIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = Integer.getInteger("fuzz.tries", 1_500);
    private static final long SEED = Long.getLong("fuzz.seed", new Random().nextLong());

    private static final IngestServer SERVER = IngestServer.shared();
    private static JsonNode document = JSON.nullNode();
    private static JsonNode post = JSON.nullNode();

    private final Random random = new Random(SEED);

    @BeforeAll
    static void fetch() throws Exception {
        document = JSON.readTree(SERVER.send(SERVER.request("/v3/api-docs")).body());
        post = document.at("/paths/~1transactions/post");
    }

    @BeforeEach
    void streamTakesAll() {
        FakeStream.PUBLISHER.answer(new PublishResult.Stored());
    }

    @Test
    void acceptsWhatKeepsTheSchema() throws Exception {
        SchemaValues values = new SchemaValues(document, random, 0);
        for (int i = 0; i < TRIES / 5; i++) {
            String row = values.valueOf(rowSchema()).toString();
            HttpResponse<String> response = SERVER.send(SERVER.rows("application/json", row.getBytes(UTF_8)));
            assertThat(response.statusCode())
                    .as("seed %s: %s %s", SEED, row, response.body())
                    .isEqualTo(202);
        }
    }

    @Test
    void answersWhatBreaksTheSchemaOnlyAsDocumented() throws Exception {
        SchemaValues values = new SchemaValues(document, random, 4);
        for (int i = 0; i < TRIES; i++) {
            HttpRequest.Builder request = request(values);
            HttpResponse<String> response = SERVER.send(request);
            assertDocumented(response);
        }
        assertThat(SERVER.send(SERVER.request("/actuator/health/liveness")).statusCode())
                .isEqualTo(200);
    }

    private HttpRequest.Builder request(SchemaValues values) {
        HttpRequest.Builder request = SERVER.request("/transactions" + query(values));
        boolean gzip = random.nextInt(4) == 0;
        byte[] body = body(values).getBytes(UTF_8);
        request.POST(BodyPublishers.ofByteArray(gzip ? Bodies.gzip(body) : body));
        request.header("Content-Type", contentType());
        for (JsonNode parameter : post.path("parameters")) {
            if (parameter.path("in").asString().equals("header") && random.nextInt(3) == 0) {
                request.header(parameter.path("name").asString(), headerValue(values, parameter));
            }
        }
        if (gzip) {
            request.setHeader("Content-Encoding", "gzip");
        }
        if (random.nextInt(5) == 0) {
            request.header("X-" + random.nextInt(100), "unknown");
        }
        return request;
    }

    private String body(SchemaValues values) {
        ArrayNode rows = JSON.createArrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            rows.add(values.valueOf(rowSchema()));
        }
        return switch (random.nextInt(4)) {
            case 0 -> rows.toString();
            case 1 -> rows.isEmpty() ? "{}" : rows.get(0).toString();
            case 2 ->
                String.join("\n", rows.valueStream().map(JsonNode::toString).toList());
            default -> csv(rows);
        };
    }

    private static String csv(ArrayNode rows) {
        StringBuilder csv = new StringBuilder(Bodies.CSV_HEADER).append("\r\n");
        for (JsonNode row : rows) {
            for (JsonNode value : row) {
                csv.append('"').append(value.asString("").replace("\"", "\"\"")).append("\",");
            }
            csv.append("\r\n");
        }
        return csv.toString();
    }

    private String contentType() {
        String[] types = post.at("/requestBody/content").propertyNames().toArray(String[]::new);
        return random.nextInt(15) == 0 ? "application/x-other" : types[random.nextInt(types.length)];
    }

    private String query(SchemaValues values) {
        return switch (random.nextInt(6)) {
            case 0 -> "?detail=lines";
            case 1 -> "?detail=" + URLEncoder.encode(values.text(random.nextInt(10)), UTF_8);
            case 2 -> "?unknown=%00&x";
            default -> "";
        };
    }

    /** What an HTTP client is willing to send. */
    private static String headerValue(SchemaValues values, JsonNode parameter) {
        String value = values.valueOf(parameter.path("schema")).asString("x");
        return value.replaceAll("[^ -~]", "?");
    }

    private static JsonNode rowSchema() {
        return document.at("/components/schemas/Row");
    }

    private static void assertDocumented(HttpResponse<String> response) {
        JsonNode documented = post.path("responses").path(Integer.toString(response.statusCode()));
        String body = "seed %s: %s %s".formatted(SEED, response.statusCode(), response.body());
        assertThat(documented.isMissingNode()).as(body).isFalse();
        assertThat(response.statusCode()).as(body).isNotEqualTo(500);
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        JsonNode schema = documented.path("content").path(contentType).path("schema");
        assertThat(schema.isMissingNode()).as(body + contentType).isFalse();
        JsonNode answer = JSON.readTree(response.body());
        JsonNode shape = document.at(schema.path("$ref").asString().substring(1));
        assertThat(shape.path("properties").propertyNames()).as(body).containsAll(answer.propertyNames());
        for (JsonNode required : shape.path("required")) {
            assertThat(answer.has(required.asString())).as(body).isTrue();
        }
        if (response.statusCode() == 202) {
            assertThat(answer.path("accepted").asInt() + answer.path("rejected").asInt())
                    .as(body)
                    .isLessThanOrEqualTo(4);
        }
    }
}
