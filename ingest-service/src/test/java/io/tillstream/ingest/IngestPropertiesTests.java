package io.tillstream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

final class IngestPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Properties.class);

    @Test
    void hasTheDocumentedDefaults() {
        runner.run(context -> assertThat(context.getBean(IngestProperties.class))
                .isEqualTo(new IngestProperties(20_000, DataSize.ofMegabytes(32), DataSize.ofMegabytes(128))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-rows=0", "max-in-flight=64MB", "max-body=0B"})
    void refusesToStartWithAnInvalidValue(String setting) {
        runner.withPropertyValues("tillstream.ingest." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(IngestProperties.class)
    static class Properties {}
}
