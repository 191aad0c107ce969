package io.tillstream.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class KeysIT {

    private static final String TILL = "tsk_till-7_secretsecretsecretsecretsecretsecretsecret";
    private static final String DESK = "tsk_desk_secretsecretsecretsecretsecretsecretsecret";
    private static final String OPERATOR = "tsk_ops_secretsecretsecretsecretsecretsecretsecret";
    private static final String BUSY = "tsk_busy_secretsecretsecretsecretsecretsecretsecret";

    private static final String VISITS = "tsk_visits_secretsecretsecretsecretsecretsecretsecret";

    private static SmallService service;

    @BeforeAll
    static void start() {
        service = SmallService.start(
                "tillstream.access.keys[0].id=till-7",
                "tillstream.access.keys[0].hash=" + Hashes.of(TILL),
                "tillstream.access.keys[0].scopes=ingest:write",
                "tillstream.access.keys[0].store-id=shop-1",
                "tillstream.access.keys[0].limits.rows.per-second=1000",
                "tillstream.access.keys[1].id=desk",
                "tillstream.access.keys[1].hash=" + Hashes.of(DESK),
                "tillstream.access.keys[1].scopes=QUERY_READ",
                "tillstream.access.keys[2].id=ops",
                "tillstream.access.keys[2].hash=" + Hashes.of(OPERATOR),
                "tillstream.access.keys[2].scopes=admin",
                "tillstream.access.keys[3].id=busy",
                "tillstream.access.keys[3].hash=" + Hashes.of(BUSY),
                "tillstream.access.keys[3].scopes=ingest:write",
                "tillstream.access.keys[3].limits.requests.per-second=1",
                "tillstream.access.keys[3].limits.requests.burst=2",
                "tillstream.access.keys[4].id=visits",
                "tillstream.access.keys[4].hash=" + Hashes.of(VISITS),
                "tillstream.access.keys[4].scopes=events:write",
                "tillstream.access.keys[4].store-id=shop-1");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void knowsTheHolderOfAKey() throws Exception {
        assertThat(service.get("/me", "Authorization", "Bearer " + TILL).body())
                .isEqualTo("till-7 shop-1 [ingest:write]");
        assertThat(service.get("/me", "authorization", "bearer  " + TILL).statusCode())
                .isEqualTo(200);
        assertThat(service.get("/me", "X-Api-Key", TILL).body()).startsWith("till-7 ");
    }

    @Test
    void asksForAKey() throws Exception {
        HttpResponse<String> response = service.get("/me");
        assertProblem(response, 401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"tillstream\"");
        assertProblem(service.post("/rows?count=1"), 401);
        assertProblem(service.get("/nowhere"), 401);
        assertProblem(service.get("/me", "Authorization", "Basic dTpw"), 401);
    }

    @Test
    void refusesKeysThatAreNot() throws Exception {
        HttpResponse<String> response = service.get("/me", "Authorization", "Bearer " + TILL + "x");
        assertProblem(response, 401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"invalid_token\"");
        assertThat(response.body()).doesNotContain("till-7");
        assertProblem(service.get("/me", "X-Api-Key", ""), 401);
        assertProblem(service.get("/me", "Authorization", "Bearer a.b.c"), 401);
        assertProblem(service.get("/me", "X-Api-Key", TILL, "Authorization", "Bearer " + OPERATOR), 401);
    }

    @Test
    void keepsKeysToTheirScopes() throws Exception {
        HttpResponse<String> response = service.get("/me", "X-Api-Key", DESK);
        assertProblem(response, 403);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"insufficient_scope\"");
        assertProblem(service.get("/me", "X-Api-Key", OPERATOR), 403);
        assertProblem(service.get("/actuator/metrics", "X-Api-Key", TILL), 403);
    }

    @Test
    void asksForAnotherScopeWhereAPathHasOne() throws Exception {
        assertProblem(service.get("/things/secret", "X-Api-Key", TILL), 403);
        assertThat(service.get("/things/secret", "X-Api-Key", OPERATOR).body()).isEqualTo("secret");
        assertThat(service.get("/things/other", "X-Api-Key", TILL).statusCode()).isEqualTo(200);
        assertProblem(service.post("/events?count=1", "X-Api-Key", TILL), 403);
        assertThat(service.post("/events?count=1", "X-Api-Key", VISITS).statusCode())
                .isEqualTo(202);
        assertProblem(service.post("/rows?count=1", "X-Api-Key", VISITS), 403);
    }

    @Test
    void keepsKeysOfAStoreFromWhatTellsOfAllStores() throws Exception {
        HttpResponse<String> response = service.get("/figures", "X-Api-Key", TILL);
        assertProblem(response, 403);
        assertThat(response.body())
                .contains("urn:tillstream:problem:store-bound-key", "Use a key that is bound to no store");
        assertThat(service.meter("tillstream.access.refused", "reason", "store"))
                .isPositive();
        assertThat(service.get("/figures", "X-Api-Key", BUSY).statusCode()).isIn(200, 429);
        assertProblem(service.get("/figures", "X-Api-Key", DESK), 403);
        assertProblem(service.get("/figures"), 401);
    }

    @Test
    void showsItsHealthToEverybodyAndTheRestToOperators() throws Exception {
        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        for (String path : new String[] {"/actuator", "/actuator/metrics", "/actuator/info", "/actuator/env"}) {
            assertThat(service.get(path).statusCode()).as(path).isEqualTo(401);
            assertThat(service.get(path, "X-Api-Key", OPERATOR).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void showsItsDocumentToEverybodyAndSaysHowToAuthorize() throws Exception {
        JsonNode document =
                new ObjectMapper().readTree(service.get("/v3/api-docs").body());
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/components/securitySchemes/key/name").asString())
                .isEqualTo("X-Api-Key");
        assertThat(document.at("/security/0").has("bearer")).isTrue();
        assertThat(document.at("/paths/~1me/get/responses").has("401")).isTrue();
        assertThat(document.at("/paths/~1me/get").has("parameters")).isFalse();
        assertThat(service.get("/swagger-ui.html").statusCode()).isEqualTo(302);
        HttpResponse<String> page = service.get("/swagger-ui/index.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
    }

    @Test
    void showsItsPagesToEverybodyAndNothingElseOfThem() throws Exception {
        HttpResponse<String> page = service.get("/page");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        assertThat(service.get("/page/script.js").statusCode()).isEqualTo(200);
        assertProblem(service.get("/pages"), 401);
        assertProblem(service.get("/"), 401);
    }

    @Test
    void holdsAKeyToItsRequests() throws Exception {
        int refused = 0;
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> response = service.get("/me", "X-Api-Key", BUSY);
            if (response.statusCode() != 200) {
                refused++;
                assertProblem(response, 429);
                assertThat(response.headers().firstValue("Retry-After")).contains("1");
            }
        }
        assertThat(refused).isPositive();
        assertThat(service.meter("tillstream.access.refused", "reason", "rate")).isGreaterThanOrEqualTo(refused);
        assertThat(service.get("/me", "X-Api-Key", TILL).statusCode()).isEqualTo(200);
    }

    @Test
    void holdsAKeyToItsRows() throws Exception {
        assertThat(service.post("/rows?count=100000", "X-Api-Key", TILL).statusCode())
                .isEqualTo(202);
        HttpResponse<String> response = service.post("/rows?count=1", "X-Api-Key", TILL);
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).startsWith("PT1M");
    }

    @Test
    void refusesAddressesThatCanBeMisunderstood() throws Exception {
        assertProblem(service.get("/actuator/health;/me", "X-Api-Key", OPERATOR), 400);
        assertProblem(service.get("/v3/api-docs//me", "X-Api-Key", OPERATOR), 400);
        assertThat(service.get("/100%25", "X-Api-Key", TILL).statusCode()).isEqualTo(404);
        assertThat(service.get("/me?%01=x", "X-Api-Key", TILL).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsNoSessionAndSendsCarefulHeaders() throws Exception {
        HttpResponse<String> response = service.get("/me", "X-Api-Key", TILL);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void countsWhatItRefuses() throws Exception {
        double before = service.meter("tillstream.access.refused", "reason", "no_key");
        service.get("/me");
        assertThat(service.meter("tillstream.access.refused", "reason", "no_key"))
                .isEqualTo(before + 1);
        service.get("/me", "X-Api-Key", "tsk_x_y");
        assertThat(service.meter("tillstream.access.refused", "reason", "bad_key"))
                .isPositive();
        service.get("/me", "X-Api-Key", DESK);
        assertThat(service.meter("tillstream.access.refused", "reason", "scope"))
                .isPositive();
        assertThat(service.meter("tillstream.access.keys")).isEqualTo(5);
        assertThat(service.meter("tillstream.access.keys.stale")).isZero();
    }

    private static void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).startsWith("urn:tillstream:problem:");
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
    }
}
