package io.tillstream.loader.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class LoaderPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(AllProperties.class);

    @Test
    void looksOnceForWhatLiesInTheLakeByDefault() {
        runner.run(context -> {
            WarehouseJobProperties job = context.getBean(WarehouseJobProperties.class);
            assertThat(job.once()).isTrue();
            assertThat(job.bucket()).isEqualTo("tillstream-lake");
            assertThat(job.prefix()).isEqualTo("firehose/transactions/");
            assertThat(job.lateness()).isEqualTo(Duration.ofHours(26));
            assertThat(context.getBean(WarehouseProperties.class).url())
                    .isEqualTo("jdbc:postgresql://localhost:5439/warehouse");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tillstream.loader.warehouse.bucket=",
                "tillstream.loader.warehouse.every=-1s",
                "tillstream.loader.warehouse.look-for-late=0s",
                "tillstream.loader.warehouse.max-objects=0",
                "tillstream.warehouse.url="
            })
    void refusesToStartWithAnImpossibleValue(String setting) {
        runner.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties({WarehouseJobProperties.class, WarehouseProperties.class})
    static class AllProperties {}
}
