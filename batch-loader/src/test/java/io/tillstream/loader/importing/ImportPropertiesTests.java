package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.util.unit.DataSize;

class ImportPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Properties.class);

    @Test
    void haveDefaults() {
        runner.run(context -> assertThat(context.getBean(ImportProperties.class))
                .isEqualTo(new ImportProperties(
                        "tillstream-lake",
                        "Loads",
                        "Invoices",
                        "Customers",
                        "Sessions",
                        DataSize.ofMegabytes(16),
                        1,
                        2,
                        2,
                        2_000,
                        32,
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(15),
                        null)));
    }

    @Test
    void useTheSystemsFolderUnlessToldOtherwise() {
        runner.run(context -> assertThat(context.getBean(ImportProperties.class).scratchFolder())
                .isEqualTo(Path.of(System.getProperty("java.io.tmpdir"))));
        runner.withPropertyValues("tillstream.loader.import.scratch=/scratch")
                .run(context -> assertThat(
                                context.getBean(ImportProperties.class).scratchFolder())
                        .isEqualTo(Path.of("/scratch")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bucket=",
                "ledger-table=",
                "invoices-table=",
                "customers-table=",
                "part-size=0B",
                "compression=10",
                "puts=0",
                "store-at-once=0",
                "chunk=0",
                "dynamodb-calls=0",
                "patience=0s",
                "lease=999ms"
            })
    void refuseImpossibleValues(String setting) {
        runner.withPropertyValues("tillstream.loader.import." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties(ImportProperties.class)
    static class Properties {}
}
