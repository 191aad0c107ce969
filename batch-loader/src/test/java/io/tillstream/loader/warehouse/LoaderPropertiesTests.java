package io.tillstream.loader.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.warehouse.load.RedshiftAccess;
import io.tillstream.warehouse.schema.Dialect;
import java.sql.DriverManager;
import java.sql.SQLException;
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
            .withUserConfiguration(AllProperties.class)
            .withPropertyValues("tillstream.warehouse.password=told");

    @Test
    void looksOnceForWhatLiesInTheLakeByDefault() {
        runner.run(context -> {
            WarehouseJobProperties job = context.getBean(WarehouseJobProperties.class);
            assertThat(job.once()).isTrue();
            assertThat(job.bucket()).isEqualTo("tillstream-lake");
            assertThat(job.prefix()).isEqualTo("firehose/transactions/");
            assertThat(job.lateness()).isEqualTo(Duration.ofHours(26));
            assertThat(job.lookAtAll()).isEqualTo(Duration.ofDays(1));
            WarehouseProperties warehouse = context.getBean(WarehouseProperties.class);
            assertThat(warehouse.url()).isEqualTo("jdbc:postgresql://localhost:5439/warehouse");
            assertThat(warehouse.dialectOrThatOfUrl()).isEqualTo(Dialect.POSTGRESQL);
            assertThat(warehouse.readers()).isEmpty();
            assertThat(warehouse.viewers()).isEmpty();
            assertThat(warehouse.redshift())
                    .isEqualTo(
                            new WarehouseProperties.Redshift("tillstream-lake", "staging/warehouse/", "default", null));
        });
    }

    @Test
    void knowsRedshiftByItsAddressOrByName() {
        runner.withPropertyValues("tillstream.warehouse.url=jdbc:redshift://cluster:5439/warehouse")
                .run(context -> assertThat(
                                context.getBean(WarehouseProperties.class).dialectOrThatOfUrl())
                        .isEqualTo(Dialect.REDSHIFT));
        runner.withPropertyValues(
                        "tillstream.warehouse.dialect=redshift", "tillstream.warehouse.redshift.region=eu-west-1")
                .run(context -> {
                    WarehouseProperties warehouse = context.getBean(WarehouseProperties.class);
                    assertThat(warehouse.dialectOrThatOfUrl()).isEqualTo(Dialect.REDSHIFT);
                    assertThat(Warehouse.access(warehouse.redshift(), () -> "us-east-1"))
                            .isEqualTo(new RedshiftAccess("default", "eu-west-1"));
                });
    }

    @Test
    void takesTheRegionOfTheProcessUnlessToldAnother() {
        runner.run(context -> assertThat(Warehouse.access(
                        context.getBean(WarehouseProperties.class).redshift(), () -> "us-east-1"))
                .isEqualTo(new RedshiftAccess("default", "us-east-1")));
    }

    @Test
    void bringsTheDriverOfRedshift() throws SQLException {
        assertThat(DriverManager.getDriver("jdbc:redshift://cluster:5439/warehouse")
                        .getClass()
                        .getName())
                .startsWith("com.amazon.redshift.");
        assertThat(DriverManager.getDriver("jdbc:postgresql://localhost:5439/warehouse")
                        .getClass()
                        .getName())
                .startsWith("org.postgresql.");
    }

    @Test
    void knowsNoPasswordByItself() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(AllProperties.class)
                .run(context ->
                        assertThat(context).getFailure().hasStackTraceContaining("there is no default password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tillstream.loader.warehouse.bucket=",
                "tillstream.loader.warehouse.every=-1s",
                "tillstream.loader.warehouse.look-for-late=0s",
                "tillstream.loader.warehouse.look-at-all=0s",
                "tillstream.loader.warehouse.max-objects=0",
                "tillstream.warehouse.url=",
                "tillstream.warehouse.url=localhost:5439",
                "tillstream.warehouse.dialect=mysql",
                "tillstream.warehouse.readers=query,Robert'); DROP",
                "tillstream.warehouse.viewers=bi users",
                "tillstream.warehouse.redshift.bucket=",
                "tillstream.warehouse.redshift.prefix=staging",
                "tillstream.warehouse.redshift.iam-role=arn:aws:s3:::bucket",
                "tillstream.warehouse.redshift.region=EU (Ireland)"
            })
    void refusesToStartWithAnImpossibleValue(String setting) {
        runner.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties({WarehouseJobProperties.class, WarehouseProperties.class})
    static class AllProperties {}
}
