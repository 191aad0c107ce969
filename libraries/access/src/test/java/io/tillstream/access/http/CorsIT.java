package io.tillstream.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

final class CorsIT {

    private static final String KEY = "tsk_a_b";

    @Test
    void letsPagesOfTheAllowedOriginsCall() throws Exception {
        try (SmallService service = SmallService.start(
                "tillstream.access.cors.allowed-origins=https://shop.example",
                "tillstream.access.keys[0].id=a",
                "tillstream.access.keys[0].hash=" + Hashes.of(KEY),
                "tillstream.access.keys[0].scopes=ingest:write")) {
            HttpResponse<String> preflight = service.preflight(
                    "/rows",
                    "Origin",
                    "https://shop.example",
                    "Access-Control-Request-Method",
                    "POST",
                    "Access-Control-Request-Headers",
                    "x-api-key,idempotency-key");
            assertThat(preflight.statusCode()).isEqualTo(200);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("https://shop.example");
            assertThat(service.get("/me", "Origin", "https://shop.example", "X-Api-Key", KEY)
                            .headers()
                            .firstValue("Access-Control-Expose-Headers"))
                    .contains("Retry-After");
            assertThat(service.get("/me", "Origin", "https://shop.example")
                            .headers()
                            .map())
                    .as("a page can read why it was refused")
                    .containsKey("access-control-allow-origin");
            assertThat(service.get("/me", "Origin", "https://other.example", "X-Api-Key", KEY)
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
