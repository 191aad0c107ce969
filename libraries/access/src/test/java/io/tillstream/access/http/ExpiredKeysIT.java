package io.tillstream.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
final class ExpiredKeysIT {

    private static final String OLD = "tsk_old_secret";
    private static final String NEARLY = "tsk_nearly_secret";
    private static final String FRESH = "tsk_fresh_secret";

    @Test
    void areRefusedAndWarnedOfBefore(CapturedOutput output) throws Exception {
        Instant now = Instant.now();
        try (SmallService service = SmallService.start(
                "tillstream.access.keys[0].id=old",
                "tillstream.access.keys[0].hash=" + Hashes.of(OLD),
                "tillstream.access.keys[0].scopes=ingest:write",
                "tillstream.access.keys[0].expires=" + now.minusSeconds(1),
                "tillstream.access.keys[1].id=nearly",
                "tillstream.access.keys[1].hash=" + Hashes.of(NEARLY),
                "tillstream.access.keys[1].scopes=ingest:write",
                "tillstream.access.keys[1].expires=" + now.plus(Duration.ofDays(13)),
                "tillstream.access.keys[2].id=fresh",
                "tillstream.access.keys[2].hash=" + Hashes.of(FRESH),
                "tillstream.access.keys[2].scopes=ingest:write",
                "tillstream.access.keys[2].expires=" + now.plus(Duration.ofDays(15)))) {
            HttpResponse<String> refused = service.get("/me", "X-Api-Key", OLD);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("urn:tillstream:problem:key-expired", "This key expired at ");
            assertThat(service.get("/me", "X-Api-Key", OLD + "x").body())
                    .as("who does not have it is not told that it ended")
                    .contains("bad-key");
            assertThat(service.get("/me", "X-Api-Key", NEARLY).statusCode()).isEqualTo(200);
            assertThat(service.get("/me", "X-Api-Key", NEARLY).statusCode()).isEqualTo(200);
            assertThat(service.get("/me", "X-Api-Key", FRESH).statusCode()).isEqualTo(200);
            assertThat(service.meter("tillstream.access.keys.expired")).isEqualTo(1);
            assertThat(service.meter("tillstream.access.keys.expiring")).isEqualTo(1);
            assertThat(service.meter("tillstream.access.refused", "reason", "expired_key"))
                    .isEqualTo(1);
        }
        assertThat(output).containsOnlyOnce("Key nearly expires at ").doesNotContain("Key fresh");
    }
}
