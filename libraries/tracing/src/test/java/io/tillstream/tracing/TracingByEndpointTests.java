package io.tillstream.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

final class TracingByEndpointTests {

    private static final String ENABLED = "management.opentelemetry.enabled";

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void isOffWithoutAnEndpoint() {
        assertThat(enabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "management.opentelemetry.tracing.export.otlp.endpoint",
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                "OTEL_EXPORTER_OTLP_ENDPOINT"
            })
    void isOnWithAnEndpoint(String setting) {
        environment.setProperty(setting, "http://collector:4318");
        assertThat(enabled()).isTrue();
    }

    @Test
    void takesTheSettingsForIt() {
        environment.setProperty("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318");
        environment.setProperty(ENABLED, "false");
        assertThat(enabled()).isFalse();
    }

    private boolean enabled() {
        new TracingByEndpoint().postProcessEnvironment(environment, new SpringApplication());
        return environment.getRequiredProperty(ENABLED, Boolean.class);
    }
}
