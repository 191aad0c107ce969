package io.tillstream.consumers.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class LakePropertiesTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Properties.class);

    @Test
    void remembersAMillionLinesOfADayByDefault() {
        runner.run(context -> {
            LakeProperties lake = context.getBean(LakeProperties.class);
            assertThat(lake.rememberLines()).isEqualTo(1_000_000);
            assertThat(lake.rememberFor()).isEqualTo(Duration.ofHours(24));
            assertThat(lake.remembers()).isTrue();
        });
    }

    @Test
    void writesLargeObjectsAndFewOfThemByDefault() {
        runner.run(context -> {
            LakeProperties lake = context.getBean(LakeProperties.class);
            assertThat(lake.bucket()).isEqualTo("tillstream-lake");
            assertThat(lake.maxSize()).isEqualTo(DataSize.ofMegabytes(64));
            assertThat(lake.maxAge()).isEqualTo(Duration.ofMinutes(1));
            assertThat(lake.minSize()).isEqualTo(DataSize.ofMegabytes(1));
            assertThat(lake.maxAgeSmall()).isEqualTo(Duration.ofMinutes(5));
            assertThat(lake.maxHeld()).isEqualTo(DataSize.ofMegabytes(128));
            assertThat(lake.compression()).isEqualTo(6);
            assertThat(lake.partSize()).isEqualTo(DataSize.ofMegabytes(8));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tillstream.consumers.lake.remember-lines=0", "tillstream.consumers.lake.remember-for=0"})
    void remembersNothingWhenToldSo(String setting) {
        runner.withPropertyValues(setting)
                .run(context -> assertThat(context.getBean(LakeProperties.class).remembers())
                        .isFalse());
    }

    @EnableConfigurationProperties(LakeProperties.class)
    static class Properties {}
}
