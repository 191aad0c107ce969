package io.tillstream.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.consumers.shard.KclProperties;
import io.tillstream.consumers.shard.Retrieval;
import io.tillstream.consumers.shard.StartPosition;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class ConsumerPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(AllProperties.class);

    @Test
    void readsTheStreamOfTheDesignByDefault() {
        runner.run(context -> {
            KclProperties kcl = context.getBean(KclProperties.class);
            assertThat(kcl.stream()).isEqualTo("transactions");
            assertThat(kcl.applicationPrefix()).isEqualTo("tillstream-");
            assertThat(kcl.workerId()).isEmpty();
            assertThat(kcl.idleBetweenReads()).isEqualTo(Duration.ofSeconds(1));
            assertThat(kcl.cloudwatchMetrics()).isTrue();
            assertThat(kcl.startPosition()).isEqualTo(StartPosition.valueOf("trim-horizon"));
            assertThat(kcl.retrieval()).isEqualTo(Retrieval.POLLING);
            assertThat(kcl.leaseTables()).isEmpty();
        });
    }

    @Test
    void readsAsItIsTold() {
        runner.withPropertyValues(
                        "tillstream.consumers.kcl.start-position=2026-03-01T12:00:00Z",
                        "tillstream.consumers.kcl.retrieval=fan-out",
                        "tillstream.consumers.kcl.lease-tables.lake=lake-leases")
                .run(context -> {
                    KclProperties kcl = context.getBean(KclProperties.class);
                    assertThat(kcl.startPosition()).isEqualTo(StartPosition.valueOf("2026-03-01T12:00:00Z"));
                    assertThat(kcl.retrieval()).isEqualTo(Retrieval.FAN_OUT);
                    assertThat(kcl.leaseTables()).containsEntry("lake", "lake-leases");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "lake,tillstream.consumers.lake",
        "rejected,tillstream.consumers.rejected",
        "invoices,tillstream.consumers.invoices",
        "sessions,tillstream.consumers.sessions",
        "warehouse,tillstream.consumers.warehouse",
        "kcl,tillstream.consumers.kcl",
        "watchdog,tillstream.consumers.watchdog"
    })
    void bindsEveryGroupOfSettings(String name, String prefix) {
        runner.run(context ->
                assertThat(context.getBeanDefinitionNames()).as(name).anyMatch(bean -> bean.startsWith(prefix + "-")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tillstream.consumers.kcl.max-records=10001",
                "tillstream.consumers.kcl.idle-between-reads=1ms",
                "tillstream.consumers.kcl.start-position=yesterday",
                "tillstream.consumers.kcl.retrieval=pigeon",
                "tillstream.consumers.kcl.lease-tables.lake=",
                "tillstream.consumers.watchdog.stall-after=0s",
                "tillstream.consumers.watchdog.unread-after=0s",
                "tillstream.consumers.lake.max-size=1GB",
                "tillstream.consumers.lake.max-age=0s",
                "tillstream.consumers.lake.min-size=65MB",
                "tillstream.consumers.lake.max-age-small=59s",
                "tillstream.consumers.lake.max-held=1KB",
                "tillstream.consumers.lake.compression=0",
                "tillstream.consumers.lake.part-size=1MB",
                "tillstream.consumers.lake.bucket=",
                "tillstream.consumers.lake.remember-lines=-1",
                "tillstream.consumers.lake.remember-for=-1s",
                "tillstream.consumers.rejected.bucket="
            })
    void refusesToStartWithAnImpossibleValue(String setting) {
        runner.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    @Configuration
    @ConfigurationPropertiesScan
    static class AllProperties {}
}
