package io.tillstream.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@ExtendWith(OutputCaptureExtension.class)
final class TracingIT {

    @Test
    void sendsASpanForARequestAndTellsItsPatternOnly() throws Exception {
        try (TraceReceiver receiver = TraceReceiver.start();
                ConfigurableApplicationContext service = start(
                        "--management.opentelemetry.tracing.export.otlp.endpoint=" + receiver.endpoint(),
                        "--management.opentelemetry.tracing.export.schedule-delay=20ms",
                        "--management.tracing.sampling.probability=1")) {
            assertThat(get(service, "/customers/customer-4711?name=ada")).isEqualTo(200);
            await().atMost(ONE_MINUTE).until(() -> receiver.received().contains("http get /customers/{id}"));
            assertThat(receiver.received()).contains("small-service").doesNotContain("4711", "ada");
        }
    }

    @Test
    void sendsAndKeepsNothingWithoutAnEndpoint(CapturedOutput output) throws Exception {
        try (ConfigurableApplicationContext service = start()) {
            assertThat(get(service, "/customers/17850")).isEqualTo(200);
            assertThat(service.getBeanProvider(SpanExporter.class).stream()).isEmpty();
            assertThat(service.getBean(Tracer.class)).isSameAs(Tracer.NOOP);
            assertThat(service.getEnvironment().getProperty("logging.expect-correlation-id"))
                    .isEqualTo("false");
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.contains("SpanProcessor"));
        }
        assertThat(output).doesNotContain("ERROR");
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Application.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--spring.config.name=small-service",
                                        "--spring.application.name=small-service",
                                        "--server.port=0",
                                        "--server.address=127.0.0.1"),
                                Arrays.stream(settings))
                        .toArray(String[]::new));
    }

    private static int get(ConfigurableApplicationContext service, String path) throws Exception {
        String port = service.getEnvironment().getProperty("local.server.port");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Customers.class)
    static class Application {}

    @RestController
    static class Customers {

        @GetMapping("/customers/{id}")
        String customer(@PathVariable("id") String id) {
            return id;
        }
    }
}
