package io.tillstream.consumers.example;

import io.tillstream.consumers.sink.SinkType;
import io.tillstream.model.layout.FeedLayout;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("tillstream.consumers.folder.enabled")
@EnableConfigurationProperties(FolderProperties.class)
class FolderConfiguration {

    @Bean
    SinkType folderSink(FolderProperties properties) {
        Path folder = Path.of(properties.path());
        return SinkType.only(FeedLayout.TRANSACTIONS.name(), feed -> new FolderSink(feed, folder));
    }
}
