package io.tillstream.loader.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.rowfiles.FileLimits;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class FilePropertiesTests {

    private static final Path SCRATCH = Path.of("scratch");

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Properties.class);

    @Test
    void haveTheDefaultsOfTheReader() {
        runner.run(context -> assertThat(context.getBean(FileProperties.class).limits(SCRATCH))
                .isEqualTo(FileLimits.defaults(SCRATCH)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unpacked=0B", "ratio=0", "cell=0B", "row=4GB", "shared-texts=0B", "blank-lines=0"})
    void refuseImpossibleValues(String setting) {
        runner.withPropertyValues("tillstream.loader.files." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties(FileProperties.class)
    static class Properties {}
}
