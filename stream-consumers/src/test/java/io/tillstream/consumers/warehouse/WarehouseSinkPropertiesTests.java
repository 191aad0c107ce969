package io.tillstream.consumers.warehouse;

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

class WarehouseSinkPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Properties.class);

    @Test
    void packsRowsForTheDeliveryStreamOfTheDesignByDefault() {
        runner.run(context -> assertThat(context.getBean(WarehouseSinkProperties.class))
                .isEqualTo(new WarehouseSinkProperties(true, "transactions", DataSize.ofKilobytes(256), 4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delivery-stream=",
                "delivery-stream=a b",
                "record-size=1001KB",
                "record-size=-1B",
                "concurrency=0"
            })
    void refusesToStartWithAnImpossibleValue(String setting) {
        runner.withPropertyValues("tillstream.consumers.warehouse." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration
    @EnableConfigurationProperties(WarehouseSinkProperties.class)
    static class Properties {}
}
