package io.tillstream.feeds;

import io.tillstream.model.feed.Feeds;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives a service that has this module on its class path the feeds that it is to run. */
@AutoConfiguration
@EnableConfigurationProperties(FeedsProperties.class)
public class FeedsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Feeds feeds(FeedsProperties properties) {
        return properties.chosenFrom(Feeds.installed());
    }
}
