package io.tillstream.consumers.sessions;

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

class SessionsPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Properties.class);

    @Test
    void hasTheDefaultsThatTheSettingsPageTells() {
        runner.run(context -> {
            SessionsProperties sessions = context.getBean(SessionsProperties.class);
            assertThat(sessions.enabled()).isTrue();
            assertThat(sessions.table()).isEqualTo("Sessions");
            assertThat(sessions.store()).isEqualTo(new StoreSettings(2, 32, 0, Duration.ofSeconds(10)));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "table=",
                "min-concurrency=0",
                "min-concurrency=33",
                "max-concurrency=257",
                "max-concurrency=1",
                "patience=0s"
            })
    void refusesToStartWithAnImpossibleValue(String setting) {
        runner.withPropertyValues("tillstream.consumers.sessions." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration
    @EnableConfigurationProperties(SessionsProperties.class)
    static class Properties {}
}
