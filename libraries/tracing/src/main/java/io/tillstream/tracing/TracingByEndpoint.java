package io.tillstream.tracing;

import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Switches tracing on exactly where there is an endpoint for traces, unless the settings say otherwise: without one,
 * Spring Boot would still make every span, and keep a thread to throw it away.
 */
final class TracingByEndpoint implements EnvironmentPostProcessor {

    private static final String ENABLED = "management.opentelemetry.enabled";
    private static final List<String> ENDPOINTS = List.of(
            "management.opentelemetry.tracing.export.otlp.endpoint",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
            "OTEL_EXPORTER_OTLP_ENDPOINT");

    /** Logs go to the console, wherever traces go. */
    private static final String LOGS_EXPORTED = "management.logging.export.otlp.enabled";

    private static final Map<String, Object> ON = Map.of(ENABLED, true, LOGS_EXPORTED, false);
    private static final Map<String, Object> OFF = Map.of(
            ENABLED,
            false,
            LOGS_EXPORTED,
            false,
            "management.tracing.export.enabled",
            false,
            "spring.autoconfigure.exclude",
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration,"
                    + "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure"
                    + ".OpenTelemetryTracingAutoConfiguration");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean endpoint = ENDPOINTS.stream().map(environment::getProperty).anyMatch(StringUtils::hasText);
        boolean on = environment.getProperty(ENABLED, Boolean.class, endpoint);
        environment.getPropertySources().addLast(new MapPropertySource("tracing", on ? ON : OFF));
    }
}
