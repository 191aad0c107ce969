package io.tillstream.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.publish.PublishResult;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The OpenAPI document as a client's generator would see it. */
final class OpenApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final IngestServer server = IngestServer.shared();
    private JsonNode document = JSON.nullNode();
    private JsonNode post = JSON.nullNode();

    @BeforeEach
    void fetch() throws Exception {
        FakeStream.PUBLISHER.answer(new PublishResult.Stored());
        document = JSON.readTree(server.send(server.request("/v3/api-docs")).body());
        post = document.at("/paths/~1transactions/post");
    }

    @Test
    void tellsEveryAnswer() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(post.path("responses").propertyNames())
                .containsExactlyInAnyOrder(
                        "202", "400", "401", "403", "406", "408", "413", "415", "422", "429", "500", "503");
        assertThat(post.at("/responses/503/headers").propertyNames()).contains("Retry-After");
        assertThat(post.at("/responses/202/content").propertyNames()).containsExactly("application/json");
        for (JsonNode response : post.path("responses")) {
            assertThat(response.path("description").asString()).isNotEmpty();
            assertThat(response.at("/content/application~1json").isMissingNode())
                    .isNotEqualTo(
                            response.at("/content/application~1problem+json").isMissingNode());
        }
    }

    @Test
    void showsEveryProblemWithItsType() {
        for (ProblemType type : ProblemType.values()) {
            JsonNode response = post.at("/responses/" + type.status().value());
            if (Set.of(404, 405).contains(type.status().value()) || type == ProblemType.BAD_REQUEST) {
                continue;
            }
            JsonNode example = response.at("/content/application~1problem+json/examples/" + type.slug() + "/value");
            assertThat(example.path("type").asString()).isEqualTo(type.uri().toString());
            assertThat(example.path("status").asInt()).isEqualTo(type.status().value());
        }
    }

    @Test
    void showsBodiesThatAreAccepted() throws Exception {
        JsonNode content = post.at("/requestBody/content");
        assertThat(content.propertyNames())
                .containsExactlyInAnyOrder(
                        "application/json",
                        "application/x-ndjson",
                        "application/ndjson",
                        "application/jsonl",
                        "text/csv");
        for (String form : content.propertyNames()) {
            JsonNode examples = content.path(form).path("examples");
            assertThat(examples.size()).isPositive();
            for (JsonNode example : examples) {
                assertAccepted(form, example.path("value"));
            }
        }
    }

    @Test
    void hasNoDanglingReferences() {
        List<String> references = new ArrayList<>();
        for (JsonNode reference : document.findValues("$ref")) {
            references.add(reference.asString());
        }
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void describesTheFieldsOfARow() {
        JsonNode row = document.at("/components/schemas/Row");
        assertThat(row.path("properties").propertyNames()).hasSize(10);
        assertThat(row.path("required").size()).isEqualTo(6);
        assertThat(row.at("/properties/Quantity/type").toString()).contains("integer", "string");
        assertThat(post.path("parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder("Idempotency-Key", "detail", "Content-Encoding");
    }

    @Test
    void hasItsPage() throws Exception {
        assertThat(server.send(server.request("/swagger-ui/index.html")).statusCode())
                .isEqualTo(200);
    }

    private void assertAccepted(String form, JsonNode value) throws IOException, InterruptedException {
        String body = value.isString() ? value.asString() : value.toString();
        HttpResponse<String> response = server.send(server.rows(form, body.getBytes(UTF_8)));
        assertThat(response.statusCode()).as(body).isEqualTo(202);
        assertThat(JSON.readTree(response.body()).path("rejected").asInt()).isZero();
    }
}
