package io.tillstream.consumers.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.consumers.sink.SinkType;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.feed.TransactionFeed;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class FolderConfigurationTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(FolderConfiguration.class);

    @Test
    void feedsNothingByDefault() {
        runner.run(context -> assertThat(context).doesNotHaveBean(SinkType.class));
    }

    @Test
    void feedsTheFolderWhenToldSo() {
        runner.withPropertyValues("tillstream.consumers.folder.enabled=true").run(context -> {
            SinkType type = context.getBean(SinkType.class);
            assertThat(type.of(new TransactionFeed())).containsInstanceOf(FolderSink.class);
            assertThat(type.of(new ShopEventFeed())).isEmpty();
            assertThat(context.getBean(FolderProperties.class).path()).isEqualTo("lines");
        });
    }

    @Test
    void refusesToStartWithoutAFolder() {
        runner.withPropertyValues("tillstream.consumers.folder.enabled=true", "tillstream.consumers.folder.path=")
                .run(context -> assertThat(context).hasFailed());
    }
}
