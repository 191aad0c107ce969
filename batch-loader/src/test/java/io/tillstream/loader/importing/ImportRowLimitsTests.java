package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.row.RowBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

final class ImportRowLimitsTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Properties.class);

    @Test
    void hasTheDocumentedDefaults() {
        runner.run(context ->
                assertThat(context.getBean(ImportRowLimits.class).bounds()).isEqualTo(RowBounds.DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-ahead=-1h", "max-quantity=0", "max-quantity=1000000001", "max-price=1000000000.01"})
    void refusesToStartWithAnInvalidValue(String setting) {
        runner.withPropertyValues("tillstream.rows." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ImportRowLimits.class)
    static class Properties {}
}
