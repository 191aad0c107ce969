package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.feed.TransactionFeed;
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

final class PublishPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Properties.class);

    @Test
    void hasTheDocumentedDefaults() {
        runner.run(context -> assertThat(context.getBean(PublishProperties.class))
                .isEqualTo(new PublishProperties(
                        "transactions",
                        DataSize.ofKilobytes(256),
                        4,
                        Duration.ofMillis(5),
                        16,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60),
                        Duration.ofMillis(25),
                        Duration.ofSeconds(1))));
    }

    @Test
    void nameTheStreamOfTransactionsAlone() {
        runner.withPropertyValues("tillstream.ingest.stream=sales").run(context -> {
            PublishProperties properties = context.getBean(PublishProperties.class);
            assertThat(properties.streamOf(new TransactionFeed())).isEqualTo("sales");
            assertThat(properties.streamOf(new ShopEventFeed())).isEqualTo("events");
        });
    }

    @Test
    void needNotLinger() {
        runner.withPropertyValues("tillstream.ingest.linger=0ms")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stream=",
                "publish-timeout=0s",
                "max-aggregate=2MB",
                "aggregates-per-shard=21",
                "linger=-1ms",
                "concurrent-calls=0",
                "shed-after=10s",
                "shard-map-refresh=10ms"
            })
    void refusesToStartWithAnInvalidValue(String setting) {
        runner.withPropertyValues("tillstream.ingest." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PublishProperties.class)
    static class Properties {}
}
