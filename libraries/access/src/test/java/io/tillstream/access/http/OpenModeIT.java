package io.tillstream.access.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.ObjectMapper;

@ExtendWith(OutputCaptureExtension.class)
final class OpenModeIT {

    private static final String HASH = Hashes.of("tsk_a_b");

    @Test
    void letsEverybodyOnThisMachineDoEverything(CapturedOutput output) throws Exception {
        try (SmallService service = SmallService.open()) {
            assertThat(service.get("/me").body()).startsWith("open any [");
            assertThat(service.get("/me", "X-Api-Key", "whatever").statusCode()).isEqualTo(200);
            assertThat(service.post("/rows?count=1000000").statusCode()).isEqualTo(202);
            assertThat(service.get("/actuator/metrics").statusCode()).isEqualTo(200);
            assertThat(service.get("/nowhere").statusCode()).isEqualTo(404);
            assertThat(new ObjectMapper()
                            .readTree(service.get("/v3/api-docs").body())
                            .has("security"))
                    .isFalse();
        }
        assertThat(output).doesNotContain("generated security password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.address=0.0.0.0",
                "server.address=",
                "management.server.port=0",
                "management.server.port=0 management.server.address=0.0.0.0",
                "server.address=::"
            })
    void refusesToStartWhereOthersCanReachIt(String settings, CapturedOutput output) {
        assertThatThrownBy(() -> SmallService.open(settings.split(" ")))
                .rootCause()
                .hasMessageContaining("server.address is");
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "asks for no key", "tillstream.access.keys", "127.0.0.1");
    }

    @Test
    void refusesToStartWhenItsSettingsContradictThemselves(CapturedOutput output) {
        assertThatThrownBy(() -> SmallService.open(
                        "tillstream.access.keys[0].id=a",
                        "tillstream.access.keys[0].hash=" + HASH,
                        "tillstream.access.keys[0].scopes=admin"))
                .rootCause()
                .hasMessageContaining("which an open service ignores");
        assertThat(output).contains("Remove tillstream.access.mode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void refusesToStartWithoutKeysUnlessToldByName(String address, CapturedOutput output) {
        assertThatThrownBy(() -> SmallService.start("server.address=" + address))
                .rootCause()
                .hasMessageContaining("nobody could call");
        assertThat(output).contains("`tillstream key new` makes one", "set tillstream.access.mode=open");
    }

    @Test
    void guardsTheManagementPortToo() throws Exception {
        try (SmallService service = SmallService.start(
                "management.server.port=0",
                "management.server.address=127.0.0.1",
                "server.address=0.0.0.0",
                "tillstream.access.keys[0].id=a",
                "tillstream.access.keys[0].hash=" + HASH,
                "tillstream.access.keys[0].scopes=admin")) {
            assertThat(service.getFromManagement("/actuator/metrics", "X-Api-Key", "tsk_a_c")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(service.getFromManagement("/actuator/metrics", "X-Api-Key", "tsk_a_b")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(service.getFromManagement("/actuator/health", "Accept", "*/*")
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
