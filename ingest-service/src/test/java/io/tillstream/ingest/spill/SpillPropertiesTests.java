package io.tillstream.ingest.spill;

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
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

final class SpillPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Properties.class);

    @Test
    void hasTheDocumentedDefaults() {
        runner.run(context -> assertThat(context.getBean(SpillProperties.class))
                .isEqualTo(new SpillProperties(
                        SpillProperties.Mode.OFF,
                        DataSize.ofGigabytes(1),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1),
                        new SpillProperties.Disk(Path.of(".tillstream/spill"), DataSize.ofMegabytes(256)),
                        new SpillProperties.S3("tillstream-lake", Duration.ofSeconds(60), false))));
    }

    @Test
    void understandsWhatYamlMakesOfOff() {
        runner.withPropertyValues("tillstream.ingest.spill.mode=false")
                .run(context -> assertThat(
                                context.getBean(SpillProperties.class).mode())
                        .isEqualTo(SpillProperties.Mode.OFF));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mode=tape", "max-size=1MB", "commit-timeout=0s", "probe-every=1ms", "s3.bucket=", "s3.lease=1ms"
            })
    void refusesToStartWithAnInvalidValue(String setting) {
        runner.withPropertyValues("tillstream.ingest.spill." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SpillProperties.class)
    static class Properties {}
}
