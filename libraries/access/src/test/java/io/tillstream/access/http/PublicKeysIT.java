package io.tillstream.access.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Keys that everybody can read in the source of a page. */
@ExtendWith(OutputCaptureExtension.class)
final class PublicKeysIT {

    private static final String SHOP = "tsk_shop_public";
    private static final String BLOG = "tsk_blog_public";
    private static final String TILL = "tsk_till_secret";
    private static final String PAGE = "https://shop.example";
    private static final String EVENTS = "/events?count=1";
    private static final String FOREIGN_ORIGIN = "urn:tillstream:problem:foreign-origin";

    private static SmallService service;

    @BeforeAll
    static void start() {
        service = SmallService.start(keys());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void areGoodFromTheirPagesAlone() throws Exception {
        HttpResponse<String> taken = service.post(EVENTS, "X-Api-Key", SHOP, "Origin", PAGE);
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.headers().firstValue("Access-Control-Allow-Origin")).contains(PAGE);
        assertThat(taken.headers().firstValue("Access-Control-Expose-Headers")).contains("Retry-After");
        for (String origin : List.of(
                "https://blog.example",
                "https://other.example",
                "http://shop.example",
                "null",
                PAGE + ".evil.example")) {
            HttpResponse<String> refused = service.post(EVENTS, "X-Api-Key", SHOP, "Origin", origin);
            assertThat(refused.statusCode()).as(origin).isEqualTo(403);
            assertThat(refused.body()).contains(FOREIGN_ORIGIN);
        }
        assertThat(service.post(EVENTS, "X-Api-Key", SHOP).statusCode()).isEqualTo(403);
        assertThat(service.post(EVENTS, "X-Api-Key", SHOP, "Origin", PAGE, "Origin", "https://other.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.meter("tillstream.access.refused", "reason", "foreign_origin"))
                .isGreaterThanOrEqualTo(6);
    }

    @Test
    void leaveOtherKeysAsTheyAre() throws Exception {
        assertThat(service.post("/rows?count=1", "X-Api-Key", TILL).statusCode())
                .isEqualTo(202);
        assertThat(service.post("/rows?count=1", "X-Api-Key", TILL, "Origin", "https://other.example")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void letBrowsersOfTheirPagesAsk() throws Exception {
        HttpResponse<String> allowed = preflight("/events", PAGE, "POST");
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains(PAGE);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .containsIgnoringCase("x-api-key")
                .containsIgnoringCase("idempotency-key");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(preflight("/events", "https://blog.example", "POST").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/events, https://other.example, POST",
        "/events, null, POST",
        "/events, https://shop.example, DELETE",
        "/events, https://shop.example, GET",
        "/rows, https://shop.example, POST",
        "/me, https://shop.example, GET",
        "/actuator/metrics, https://shop.example, GET"
    })
    void letBrowsersAskForNothingElse(String path, String origin, String method) throws Exception {
        HttpResponse<String> refused = preflight(path, origin, method);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains(FOREIGN_ORIGIN);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me", "/things/1", "/things/secret", "/figures", "/actuator/metrics", "/actuator/env"})
    void readNothing(String path) throws Exception {
        HttpResponse<String> refused = service.get(path, "X-Api-Key", SHOP, "Origin", PAGE);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("lacks the scope");
        assertThat(service.get(path + "?key=" + SHOP, "Origin", PAGE).statusCode())
                .isEqualTo(403);
    }

    @Test
    void mayComeInAUrl() throws Exception {
        assertThat(service.post("/events?key=" + SHOP + "&count=1", "Origin", PAGE)
                        .statusCode())
                .isEqualTo(202);
        assertThat(service.post("/events?count=1&key=" + SHOP, "Origin", PAGE).statusCode())
                .isEqualTo(202);
        assertThat(service.post("/events?count=1&key=" + SHOP + "x", "Origin", PAGE)
                        .statusCode())
                .isEqualTo(401);
        assertThat(service.post("/events?count=1&key=" + SHOP, "Origin", "https://blog.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.post("/events?count=1&key=" + SHOP + "&key=" + BLOG, "Origin", PAGE)
                        .statusCode())
                .isEqualTo(401);
        assertThat(service.post("/events?count=1&key=" + SHOP, "Origin", PAGE, "X-Api-Key", SHOP)
                        .statusCode())
                .isEqualTo(401);
        assertThat(service.post("/events?count=1&key=other", "Origin", PAGE, "X-Api-Key", SHOP)
                        .statusCode())
                .as("a parameter that is no key")
                .isEqualTo(202);
    }

    @Test
    void aloneMayComeInAUrl(CapturedOutput output) throws Exception {
        HttpResponse<String> refused = service.post("/rows?count=1&key=" + TILL, "Origin", PAGE);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body())
                .contains("urn:tillstream:problem:key-in-url", "Only public keys")
                .doesNotContain("tsk_");
        service.post("/rows?count=1&key=" + TILL, "Origin", PAGE);
        assertThat(output).containsOnlyOnce("Key till was sent in a URL");
        assertThat(service.meter("tillstream.access.refused", "reason", "key_in_url"))
                .isEqualTo(2);
    }

    @Test
    void stayOutOfTheLogsOfTheServer(@TempDir Path folder, CapturedOutput output) throws Exception {
        try (SmallService logging = SmallService.start(
                keys("server.tomcat.accesslog.enabled=true", "server.tomcat.accesslog.directory=" + folder))) {
            logging.post("/events?key=" + SHOP + "&count=1", "Origin", PAGE);
            logging.post("/nowhere?key=" + SHOP + "x&page=2", "Origin", PAGE);
            logging.post("/nowhere?key=" + SHOP, "Origin", PAGE);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> lines = Files.readAllLines(files.findFirst().orElseThrow());
            assertThat(lines).hasSize(3).noneMatch(line -> line.contains("tsk_"));
            assertThat(lines.get(0)).contains("\"POST /events?count=1 HTTP/1.1\" 202");
            assertThat(lines.get(1)).contains("\"POST /nowhere?page=2 HTTP/1.1\" 401");
            assertThat(lines.get(2)).contains("\"POST /nowhere HTTP/1.1\" 403");
        }
        assertThat(output).contains("\"caller\":\"shop\"").doesNotContain("tsk_");
    }

    @Test
    void standInTheDocumentWhereTheyAreGood() throws Exception {
        JsonNode document =
                new ObjectMapper().readTree(service.get("/v3/api-docs").body());
        assertThat(document.at("/components/securitySchemes/public-key/in").asString())
                .isEqualTo("query");
        assertThat(document.at("/paths/~1events/post/security"))
                .extracting(
                        requirement -> requirement.propertyNames().iterator().next())
                .containsExactly("bearer", "key", "public-key");
        assertThat(document.at("/paths/~1rows/post").has("security")).isFalse();
    }

    @Test
    void refuseToStartWhenTheyCouldReadOrAdministrate(CapturedOutput output) {
        for (String scope : List.of("query:read", "admin", "ingest:write")) {
            assertThatThrownBy(() -> SmallService.start(keys("tillstream.access.keys[1].scopes=events:write," + scope)))
                    .hasStackTraceContaining("Key blog is public");
            assertThat(output)
                    .contains(
                            "APPLICATION FAILED TO START",
                            "Key blog is public, because it has origins, and has the scope " + scope,
                            "Leave it only what is for public keys: events:write.",
                            "make another key, without origins");
        }
    }

    @Test
    void refuseToStartWithoutARateOrWithAScopeThatIsNone(CapturedOutput output) {
        assertThatThrownBy(() -> SmallService.start(
                        "tillstream.access.keys[0].id=a",
                        "tillstream.access.keys[0].hash=" + Hashes.of(SHOP),
                        "tillstream.access.keys[0].scopes=events:write",
                        "tillstream.access.keys[0].origins=" + PAGE))
                .hasStackTraceContaining("no rate per address");
        assertThat(output).contains("Add per-address.per-second: how many rows");
        assertThatThrownBy(() -> SmallService.start(keys("tillstream.access.keys[1].scopes=evnts:write")))
                .hasStackTraceContaining("evnts:write");
        assertThat(output).contains("Scopes are: admin, events:write, ingest:write, query:read.");
        assertThatThrownBy(() -> SmallService.start(keys("tillstream.access.keys[1].origins=https://blog.example/")))
                .hasStackTraceContaining("give scheme, host and port alone");
    }

    private static HttpResponse<String> preflight(String path, String origin, String method) throws Exception {
        return service.preflight(
                path,
                "Origin",
                origin,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                "x-api-key,content-type,idempotency-key");
    }

    static String[] keys(String... settings) {
        List<String> keys = new ArrayList<>();
        keys.addAll(publicKey(0, "shop", SHOP, PAGE));
        keys.addAll(publicKey(1, "blog", BLOG, "https://blog.example"));
        keys.add("tillstream.access.keys[2].id=till");
        keys.add("tillstream.access.keys[2].hash=" + Hashes.of(TILL));
        keys.add("tillstream.access.keys[2].scopes=ingest:write");
        return Stream.concat(keys.stream(), Stream.of(settings)).toArray(String[]::new);
    }

    private static List<String> publicKey(int place, String id, String key, String origin) {
        String prefix = "tillstream.access.keys[" + place + "].";
        return List.of(
                prefix + "id=" + id,
                prefix + "hash=" + Hashes.of(key),
                prefix + "scopes=events:write",
                prefix + "origins=" + origin,
                prefix + "per-address.per-second=1000");
    }
}
