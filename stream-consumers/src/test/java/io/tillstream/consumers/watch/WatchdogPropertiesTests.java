package io.tillstream.consumers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WatchdogPropertiesTests {

    @Test
    void callsItAStallAfterTenMinutesOrTwoWithoutAnAnswerByDefault() {
        new ApplicationContextRunner()
                .withUserConfiguration(Properties.class)
                .run(context -> assertThat(context.getBean(WatchdogProperties.class))
                        .isEqualTo(new WatchdogProperties(Duration.ofMinutes(10), Duration.ofMinutes(2))));
    }

    @EnableConfigurationProperties(WatchdogProperties.class)
    static class Properties {}
}
