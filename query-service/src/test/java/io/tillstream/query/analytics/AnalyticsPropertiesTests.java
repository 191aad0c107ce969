package io.tillstream.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class AnalyticsPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(AllProperties.class)
            .withPropertyValues("tillstream.warehouse.password=told");

    @Test
    void asksTheWarehouseOfThisMachineByDefault() {
        runner.run(context -> {
            assertThat(context.getBean(WarehouseReadProperties.class))
                    .isEqualTo(new WarehouseReadProperties(
                            "jdbc:postgresql://localhost:5439/warehouse", "tillstream", "told"));
            assertThat(context.getBean(AnalyticsProperties.class))
                    .isEqualTo(new AnalyticsProperties(
                            4, Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofSeconds(10), 100_000));
        });
    }

    @Test
    void knowsNoPasswordByItself() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(AllProperties.class)
                .run(context ->
                        assertThat(context).getFailure().hasStackTraceContaining("there is no default password"));
    }

    @Test
    void tellsNobodyThePassword() {
        assertThat(new WarehouseReadProperties("jdbc:postgresql://host/db?password=secret", "reader", "secret")
                        .toString())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tillstream.warehouse.url=localhost:5439",
                "tillstream.warehouse.username=",
                "tillstream.query.analytics.connections=0",
                "tillstream.query.analytics.connect-within=100ms",
                "tillstream.query.analytics.answer-within=0s",
                "tillstream.query.analytics.cache-for=-1s",
                "tillstream.query.analytics.cache-rows=-1"
            })
    void refusesToStartWithAnImpossibleValue(String setting) {
        runner.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties({AnalyticsProperties.class, WarehouseReadProperties.class})
    static class AllProperties {}
}
