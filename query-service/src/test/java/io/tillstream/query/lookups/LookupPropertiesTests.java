package io.tillstream.query.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class LookupPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Properties.class);

    @Test
    void looksUpInTheTablesOfTheDesignByDefault() {
        runner.run(context -> assertThat(context.getBean(QueryProperties.class))
                .isEqualTo(new QueryProperties("Invoices", "Customers", "Sessions")));
    }

    @Test
    void givesALookUpFiveSecondsByDefault() {
        runner.run(context -> assertThat(context.getBean(LookupProperties.class))
                .isEqualTo(new LookupProperties(Duration.ofSeconds(5))));
    }

    @Test
    void refusesToStartWithADeadlineThatNothingCanKeep() {
        runner.withPropertyValues("tillstream.query.lookups.answer-within=0s")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void goesOnWithTwoLookUpsForTenMinutesByDefault() {
        runner.run(context -> assertThat(context.getBean(LongReadingProperties.class))
                .isEqualTo(new LongReadingProperties(2, Duration.ofMinutes(10), Duration.ofMinutes(15), 100_000)));
    }

    @Test
    void refusesToStartWithFewerThanNoLongReadings() {
        runner.withPropertyValues("tillstream.query.lookups.long-readings.at-once=-1")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void refusesToStartWithoutATable() {
        runner.withPropertyValues("tillstream.query.invoices-table=")
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration
    @EnableConfigurationProperties({QueryProperties.class, LookupProperties.class, LongReadingProperties.class})
    static class Properties {}
}
