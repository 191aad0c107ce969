package io.tillstream.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@ExtendWith(OutputCaptureExtension.class)
final class AuditIT {

    private static final String KEY = "tsk_a_secret";

    @Test
    void writesDownWhoDidWhatWithoutSayingToWhom(CapturedOutput output) throws Exception {
        try (SmallService service = service()) {
            service.get("/things/17850?name=ann", "X-Api-Key", KEY);
            service.post("/rows?count=7", "X-Api-Key", KEY);
            service.get("/failing/17850", "X-Api-Key", KEY);
            service.get("/actuator/metrics/17850", "X-Api-Key", KEY);
            service.get("/things/17850", "X-Api-Key", "tsk_b_secret");
            service.get("/things/17850");
        }
        List<JsonNode> entries = entries(output);
        assertThat(entries)
                .extracting(entry -> entry.path("method").asString() + " "
                        + entry.path("path").asString() + " "
                        + entry.path("status").asInt() + " "
                        + entry.path("rows").asInt())
                .containsExactly("GET /things/{id} 200 0", "POST /rows 202 7", "GET /failing/{id} 500 0");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("caller").asString()).isEqualTo("a");
            assertThat(entry.path("store").asString()).isEqualTo("shop-1");
            assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
            assertThat(entry.path("time").asString()).endsWith("Z");
            assertThat(entry.toString()).doesNotContain("17850", "ann", "secret");
        });
    }

    @Test
    void writesDownWhatIsRefusedOfAKnownCaller(CapturedOutput output) throws Exception {
        try (SmallService service = service("tillstream.access.keys[0].scopes=query:read")) {
            service.get("/things/17850", "X-Api-Key", KEY);
        }
        assertThat(entries(output))
                .singleElement()
                .returns(403, entry -> entry.path("status").asInt())
                .returns("/things/...", entry -> entry.path("path").asString());
    }

    @Test
    void isSilentWhereItIsOffOrNobodyIsKnown(CapturedOutput output) throws Exception {
        try (SmallService service = service("tillstream.access.audit=false")) {
            assertThat(service.get("/things/1", "X-Api-Key", KEY).statusCode()).isEqualTo(200);
        }
        try (SmallService service = SmallService.open()) {
            assertThat(service.get("/things/1").statusCode()).isEqualTo(200);
        }
        assertThat(entries(output)).isEmpty();
    }

    private static SmallService service(String... settings) {
        return SmallService.start(Stream.concat(
                        Stream.of(
                                "tillstream.access.keys[0].id=a",
                                "tillstream.access.keys[0].hash=" + Hashes.of(KEY),
                                "tillstream.access.keys[0].scopes=ingest:write",
                                "tillstream.access.keys[0].store-id=shop-1"),
                        Arrays.stream(settings))
                .toArray(String[]::new));
    }

    private static List<JsonNode> entries(CapturedOutput output) {
        ObjectMapper json = new ObjectMapper();
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(json::readTree)
                .toList();
    }
}
