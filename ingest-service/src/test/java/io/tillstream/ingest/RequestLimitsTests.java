package io.tillstream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

final class RequestLimitsTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Limits.class);

    @Test
    void hasTheDocumentedDefaults() {
        runner.run(context -> assertThat(context.getBean(RequestLimits.class))
                .isEqualTo(new RequestLimits(1_000, 500, 500, Duration.ofMinutes(1), DataSize.ofBytes(500))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-requests=0",
                "max-requests-per-caller=0",
                "max-requests-per-address=0",
                "max-body-time=0s",
                "min-body-rate=-1B"
            })
    void refusesToStartWithAnInvalidValue(String setting) {
        runner.withPropertyValues("tillstream.ingest." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RequestLimits.class)
    static class Limits {}
}
