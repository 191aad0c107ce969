package io.tillstream.consumers.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.storecalls.StoreSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class InvoicesPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Properties.class);

    @Test
    void hasTheDefaultsThatTheReadmeTells() {
        runner.run(context -> {
            InvoicesProperties invoices = context.getBean(InvoicesProperties.class);
            assertThat(invoices.enabled()).isTrue();
            assertThat(invoices.invoicesTable()).isEqualTo("Invoices");
            assertThat(invoices.customersTable()).isEqualTo("Customers");
            assertThat(invoices.store()).isEqualTo(new StoreSettings(2, 32, 500_000, Duration.ofSeconds(10)));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoices-table=",
                "customers-table=",
                "min-concurrency=0",
                "min-concurrency=33",
                "max-concurrency=257",
                "max-concurrency=1",
                "remember-lines=-1",
                "patience=0s"
            })
    void refusesToStartWithAnImpossibleValue(String setting) {
        runner.withPropertyValues("tillstream.consumers.invoices." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration
    @EnableConfigurationProperties(InvoicesProperties.class)
    static class Properties {}
}
