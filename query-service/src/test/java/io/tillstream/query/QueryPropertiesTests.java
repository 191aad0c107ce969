package io.tillstream.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class QueryPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Properties.class);

    @Test
    void looksUpInTheTablesOfTheDesignByDefault() {
        runner.run(context -> assertThat(context.getBean(QueryProperties.class))
                .isEqualTo(new QueryProperties("Invoices", "Customers")));
    }

    @Test
    void refusesToStartWithoutATable() {
        runner.withPropertyValues("tillstream.query.invoices-table=")
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration
    @EnableConfigurationProperties(QueryProperties.class)
    static class Properties {}
}
