package io.tillstream.ingest.http;

import static io.tillstream.ingest.Bodies.CSV_HEADER;
import static io.tillstream.ingest.Bodies.CSV_ROW;
import static io.tillstream.ingest.Bodies.ROW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.AttributeValue.Flag;
import io.tillstream.model.AttributeValue.Numeral;
import io.tillstream.model.AttributeValue.Text;
import io.tillstream.model.Attributes;
import io.tillstream.model.TransactionLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The service with fields of its own, from a request to what the stream gets. */
final class OwnFieldsTests {

    private static final String FIELDS = """
            feeds:
              transactions:
                fields:
                  - {name: channel, aliases: [Sales Channel], type: text, max: 8, description: Where it was sold.}
                  - {name: vatRate, type: number, min: 0, max: 100, decimals: 2}
                  - {name: gift, type: flag}
            """;
    private static final String RULES = """
            - name: tests
              when: attributes.channel == 'test'
              drop: true
            - name: tax
              when: attributes.vatRate > 0.0
              set: {tax: "round(lineTotal * attributes.vatRate / 100, 2)"}
            """;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FakePublisher STREAM = FakeStream.PUBLISHER;

    @TempDir
    private static Path folder;

    private static IngestServer server;

    @BeforeAll
    static void start() throws IOException {
        Path fields = Files.writeString(folder.resolve("fields.yml"), FIELDS);
        Path rules = Files.writeString(folder.resolve("rules.yml"), RULES);
        server = IngestServer.start("--tillstream.fields-file=" + fields, "--tillstream.ingest.rules-file=" + rules);
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
    void publishesOwnFieldsAsAttributes() throws Exception {
        assertThat(post(with("\"channel\":\"web\",\"gift\":true")).statusCode()).isEqualTo(202);
        assertThat(line().attributes().values()).isEqualTo(own("channel", new Text("web"), "gift", new Flag(true)));
        assertThat(post(ROW).statusCode()).isEqualTo(202);
        assertThat(STREAM.lines().getLast().attributes()).isEqualTo(Attributes.NONE);
    }

    @Test
    void takesThemInEveryForm() throws Exception {
        HttpResponse<String> ndjson = send("application/x-ndjson", with("\"CHANNEL\":\"web\"") + "\n");
        assertThat(ndjson.statusCode()).isEqualTo(202);
        assertThat(line().attributes().values()).isEqualTo(own("channel", new Text("web")));
        STREAM.answer(new PublishResult.Stored());
        HttpResponse<String> csv =
                send("text/csv", CSV_HEADER + ",Sales Channel,gift\n" + CSV_ROW + ",shop,no\n" + CSV_ROW + ",,\n");
        assertThat(csv.body()).contains("\"accepted\":2,\"rejected\":0");
        assertThat(line().attributes().values()).isEqualTo(own("channel", new Text("shop"), "gift", new Flag(false)));
        assertThat(STREAM.lines().getLast().attributes()).isEqualTo(Attributes.NONE);
    }

    @Test
    void rejectsWhatIsBeyondItsBounds() throws Exception {
        JsonNode error = firstError(post(with("\"vatRate\":101")));
        assertThat(error.path("field").asString()).isEqualTo("vatRate");
        assertThat(error.path("code").asString()).isEqualTo("out_of_range");
        assertThat(error.path("message").asString()).contains("at most 2 decimals, 0 or more, 100 or less");
    }

    @Test
    void tellsTheLineThatWouldDeclareAField() throws Exception {
        JsonNode error = firstError(post(with("\"Currency\":\"EUR\"")));
        assertThat(error.path("code").asString()).isEqualTo("unknown_field");
        assertThat(error.path("message").asString())
                .endsWith("or declare it in fields.yml: - {name: currency, type: text}");
        HttpResponse<String> csv = send("text/csv", CSV_HEADER + ",Till No\n" + CSV_ROW + ",7\n");
        assertThat(csv.statusCode()).isEqualTo(422);
        assertThat(firstError(csv).path("message").asString())
                .endsWith("- {name: till_No, aliases: [\"Till No\"], type: number}");
    }

    @Test
    void rulesReadThemAndAddToThem() throws Exception {
        assertThat(post(with("\"vatRate\":20,\"channel\":\"web\"")).statusCode())
                .isEqualTo(202);
        assertThat(line().attributes().values())
                .isEqualTo(own(
                        "channel", new Text("web"),
                        "vatRate", Numeral.of(20),
                        "tax", new Numeral(new BigDecimal("3.06"))));
        assertThat(post(with("\"channel\":\"test\"")).body())
                .contains("\"droppedRows\":[{\"row\":0,\"rule\":\"tests\"}]");
    }

    @Test
    void seesThatARequestComesAgainWithOtherOwnFields() throws Exception {
        String key = "own-1";
        assertThat(keyed(key, with("\"channel\":\"web\"")).statusCode()).isEqualTo(202);
        assertThat(keyed(key, with("\"Channel\":\" web \"")).statusCode()).isEqualTo(202);
        RefusalTests.assertProblem(keyed(key, with("\"channel\":\"shop\"")), 422, "idempotency-key-reused");
        RefusalTests.assertProblem(keyed(key, ROW), 422, "idempotency-key-reused");
    }

    @Test
    void takesNoLineTwiceWithDifferentOwnFields() throws Exception {
        String web = with("\"LineId\":\"1\",\"channel\":\"web\"");
        assertThat(post("[" + web + "," + web + "]").body()).contains("\"accepted\":2");
        HttpResponse<String> response = post("[" + web + "," + web.replace("web", "shop") + "]");
        assertThat(response.body()).contains("\"accepted\":1,\"rejected\":1", "repeated_line_id");
    }

    @Test
    void describesThemInItsApi() throws Exception {
        JsonNode row = JSON.readTree(server.send(server.request("/v3/api-docs")).body())
                .at("/components/schemas/Row");
        assertThat(row.at("/properties/channel/maxLength").asInt()).isEqualTo(8);
        assertThat(row.at("/properties/channel/description").asString()).isEqualTo("Where it was sold.");
        assertThat(row.at("/properties/gift/type").toString()).contains("boolean");
        assertThat(row.path("additionalProperties").asBoolean(true)).isFalse();
    }

    private static Map<String, AttributeValue> own(Object... pairs) {
        Map<String, AttributeValue> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], (AttributeValue) pairs[i + 1]);
        }
        return values;
    }

    private static String with(String more) {
        return ROW.replaceFirst("}$", "," + more + "}");
    }

    private static TransactionLine line() {
        return STREAM.lines().getFirst();
    }

    private static JsonNode firstError(HttpResponse<String> response) {
        return JSON.readTree(response.body()).at("/errors/0");
    }

    private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send("application/json", body);
    }

    private static HttpResponse<String> keyed(String key, String body) throws IOException, InterruptedException {
        return server.send(server.rows("application/json", body.getBytes(UTF_8)).header("Idempotency-Key", key));
    }

    private static HttpResponse<String> send(String type, String body) throws IOException, InterruptedException {
        return server.send(server.rows(type, body.getBytes(UTF_8)));
    }
}
