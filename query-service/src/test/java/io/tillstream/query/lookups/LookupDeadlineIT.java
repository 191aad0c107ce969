package io.tillstream.query.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.tillstream.query.QueryServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What a store that hangs makes of the service. */
class LookupDeadlineIT {

    @Test
    void tellsWithinTheDeadlineThatTheStoreHangsAndRecoversByItself() throws IOException, InterruptedException {
        try (HangingStore store = new HangingStore();
                QueryServer server =
                        QueryServer.startOn(store.address(), "--tillstream.query.lookups.answer-within=1s")) {
            await().atMost(ONE_MINUTE).until(() -> server.get("/invoices/536365") == 404);
            await().atMost(ONE_MINUTE).until(() -> server.get("/actuator/health/readiness") == 200);

            store.hang(true);
            for (String path : new String[] {"/invoices/536365", "/customers/17850", "/customers/17850/invoices"}) {
                HttpResponse<String> late = server.answer(path);
                assertThat(late.statusCode()).as(path).isEqualTo(504);
                assertThat(late.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(late.body()).contains("\"type\":\"urn:tillstream:problem:answer-too-late\"");
            }
            HttpResponse<String> readiness = server.answer("/actuator/health/readiness");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(readiness.body()).contains("\"lookups\":{\"status\":\"OUT_OF_SERVICE\"}");
            assertThat(server.get("/actuator/health/liveness")).isEqualTo(200);

            store.hang(false);
            await().atMost(ONE_MINUTE).until(() -> server.get("/actuator/health/readiness") == 200);
            await().atMost(ONE_MINUTE).until(() -> server.get("/invoices/536365") == 404);
        }
    }

    @Test
    void isNotReadyWhenTheStoreHangsFromTheStart() throws IOException, InterruptedException {
        try (HangingStore store = new HangingStore()) {
            store.hang(true);
            try (QueryServer server = QueryServer.startOn(store.address())) {
                assertThat(server.get("/actuator/health/readiness")).isEqualTo(503);
            }
        }
    }
}
