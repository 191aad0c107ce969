package io.tillstream.consumers.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillstream.consumers.StreamConsumersApplication;
import io.tillstream.localcloud.LocalCloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as a process of its own, where others can reach it. */
class ConsumerServiceIT {

    /** The SHA-256 of {@code tsk_desk_secret}. */
    private static final String DESK = "c8d0de450aa26922a3d6b467d83a33b44f1aa0649c267736cf934c9e80ab616b";

    private static final String[] WITH_KEY = {"X-Api-Key", "tsk_desk_secret"};
    private static final Duration SOON = Duration.ofSeconds(30);

    private static LocalCloud cloud;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        cloud = LocalStream.startCloud();
        http = HttpClient.newHttpClient();
        try (KclClients clients = LocalStream.clients(cloud)) {
            LocalStream.create(clients, "transactions", 1);
        }
    }

    @AfterAll
    static void stop() {
        http.close();
        cloud.close();
    }

    @Test
    void isReadyWithItsLeasesAndAsksForAKeyButForHealth() throws Exception {
        try (var service = service(
                "--tillstream.access.keys[0].id=desk",
                "--tillstream.access.keys[0].hash=" + DESK,
                "--tillstream.access.keys[0].scopes=admin,events:write")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(get(service, "/actuator/health/readiness"))
                            .returns(200, HttpResponse::statusCode)
                            .satisfies(answer -> assertThat(answer.body()).contains("\"lake\":\"running\"")));
            assertThat(get(service, "/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(get(service, "/actuator/prometheus").statusCode()).isEqualTo(401);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(get(service, "/actuator/prometheus", WITH_KEY)
                                            .body())
                                    .contains(
                                            "tillstream_consumer_behind_seconds{feed=\"transactions\",shard=\"shardId-000000000000\",sink=\"lake\"}")
                                    .contains(
                                            "tillstream_consumer_effect_latency_seconds_bucket{feed=\"transactions\",sink=\"lake\""));
        }
    }

    @Test
    void refusesToStartWithoutKeys() {
        assertThatThrownBy(ConsumerServiceIT::service).rootCause().hasMessageContaining("nobody could call");
    }

    private static ConfigurableApplicationContext service(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=0.0.0.0",
                "--spring.cloud.aws.endpoint=" + cloud.endpoint(),
                "--spring.cloud.aws.region.static=eu-west-1",
                "--spring.cloud.aws.credentials.access-key=test",
                "--spring.cloud.aws.credentials.secret-key=test",
                "--spring.cloud.aws.s3.path-style-access-enabled=true",
                "--tillstream.consumers.kcl.cloudwatch-metrics=false",
                // There is no bucket to look things up in.
                "--tillstream.consumers.lake.remember-lines=0"));
        arguments.addAll(List.of(settings));
        return StreamConsumersApplication.builder().run(arguments.toArray(String[]::new));
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext service, String path, String... headers)
            throws IOException, InterruptedException {
        String port = service.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
