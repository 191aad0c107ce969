package io.tillstream.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
final class WrongKeysIT {

    private static final String KEY = "tsk_a_secret";

    @Test
    void slowsTheirSenderAndNobodyWithAGoodKey(CapturedOutput output) throws Exception {
        try (SmallService service = SmallService.start(
                "tillstream.access.wrong-keys.per-minute=3",
                "tillstream.access.keys[0].id=a",
                "tillstream.access.keys[0].hash=" + Hashes.of(KEY),
                "tillstream.access.keys[0].scopes=ingest:write")) {
            for (int i = 0; i < 3; i++) {
                assertThat(service.get("/me", "X-Api-Key", KEY + i).statusCode())
                        .isEqualTo(401);
            }
            HttpResponse<String> refused = service.get("/me", "X-Api-Key", KEY + "x");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("urn:tillstream:problem:too-many-wrong-keys");
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 60L);
            assertThat(service.get("/me", "X-Api-Key", KEY).statusCode()).isEqualTo(200);
            assertThat(service.get("/me").statusCode()).isEqualTo(401);
            assertThat(service.meter("tillstream.access.refused", "reason", "bad_key"))
                    .isEqualTo(4);
            assertThat(service.meter("tillstream.access.refused", "reason", "too_many_wrong_keys"))
                    .isEqualTo(1);
        }
        assertThat(output).containsOnlyOnce("127.0.0.1 has sent 3 wrong keys within a minute");
    }
}
