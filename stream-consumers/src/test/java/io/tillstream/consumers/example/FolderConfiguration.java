package io.tillstream.consumers.example;

import io.tillstream.consumers.sink.Sink;
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
    Sink folderSink(FolderProperties properties) {
        return new FolderSink(Path.of(properties.path()));
    }
}
